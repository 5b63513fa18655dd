use std::{net::SocketAddr, sync::LazyLock, thread};

use xtask::server;

/// The whole address of a path, such as `/www/`, on a server that runs as long as the process.
pub fn address(path: &str) -> String {
    static SITE: LazyLock<SocketAddr> = LazyLock::new(start);
    format!("http://{}{path}", *SITE)
}

fn start() -> SocketAddr {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime for the server");
    let listener = runtime.block_on(server::bind(0)).expect("a free port");
    let address = listener.local_addr().expect("the port's number");
    thread::spawn(move || runtime.block_on(server::serve(listener, server::TESTS)));
    address
}
