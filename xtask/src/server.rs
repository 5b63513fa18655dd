//! A static server over some of the repository's folders, for the demo and for the browser tests.

use std::{io, net::Ipv4Addr};

use axum::{
    Router,
    extract::Request,
    http::{HeaderName, HeaderValue, StatusCode, header::CACHE_CONTROL},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::get,
    serve::ListenerExt,
};
use tokio::net::TcpListener;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// What the demo page needs: itself and the built package.
pub const DEMO: &[&str] = &["/www/", "/pkg/"];

/// What the pages of the browser tests and benchmarks need besides.
pub const TESTS: &[&str] = &[
    "/www/",
    "/pkg/",
    "/tests/",
    "/bench/",
    "/src/web/",
    "/target/projects/",
    "/target/peers/",
    "/target/loaders/",
    "/target/guests/",
    "/node_modules/zone.js/",
    "/node_modules/wpt-runner/testharness/",
    "/node_modules/@webref/idl/",
];

const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const EMBEDDER_POLICY: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");

/// Takes a port of this machine alone; 0 is any free one.
///
/// # Errors
/// [`io::ErrorKind::AddrInUse`] when another program has the port.
pub async fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await
}

/// Serves the files under `folders`, each a path from the repository's top as it is in the address.
///
/// # Errors
/// As the listener's.
pub async fn serve(listener: TcpListener, folders: &'static [&'static str]) -> io::Result<()> {
    serve_site(listener, site(folders)).await
}

/// Serves what is made of [`site`].
///
/// # Errors
/// As the listener's.
pub async fn serve_site(listener: TcpListener, site: Router) -> io::Result<()> {
    // A head and a body that are written one after the other: without this, the body may wait 40 ms until the browser
    // acknowledges the head.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            eprintln!("a page may load slowly: {error}");
        }
    });
    axum::serve(listener, site).await
}

/// The files under `folders`, as [`serve`] serves them.
pub fn site(folders: &'static [&'static str]) -> Router {
    let only_these = move |request: Request, next: Next| async move {
        let path = request.uri().path();
        let allowed = folders.iter().any(|folder| {
            // Without its slash ServeDir redirects to the folder.
            path.starts_with(folder) || folder.strip_suffix('/') == Some(path)
        });
        if allowed { next.run(request).await } else { not_found() }
    };
    // One ServeDir at the top rather than one a folder: relative addresses such as ../pkg/index.js
    // then mean on the server what they mean in the repository.
    let files = Router::new()
        .fallback_service(ServeDir::new(crate::root()))
        .layer(middleware::from_fn(only_these));
    // Only a page that is isolated from other origins gets a clock finer than a millisecond.
    let isolated = |request: Request, next: Next| async move {
        let bench = request.uri().path().starts_with("/bench/");
        let mut response = next.run(request).await;
        if bench {
            let headers = response.headers_mut();
            headers.insert(OPENER_POLICY, HeaderValue::from_static("same-origin"));
            headers.insert(EMBEDDER_POLICY, HeaderValue::from_static("require-corp"));
        }
        response
    };
    Router::new()
        .route("/", get(|| async { Redirect::temporary("/www/") }))
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
        .fallback_service(files)
        .layer(middleware::from_fn(isolated))
        // A page reloaded after a build must show that build.
        .layer(SetResponseHeaderLayer::overriding(
            CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
}

fn not_found() -> Response {
    StatusCode::NOT_FOUND.into_response()
}
