//! Where it shows what is printed: at once, or, of a thread that works beside another, in a file that is shown later.

use std::{
    cell::RefCell,
    fmt::Arguments,
    fs::File,
    io::{self, Write},
    process::Stdio,
};

thread_local! {
    static FILE: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// What this thread says from now on goes into a file, and so does what the programs print that it runs.
pub(crate) fn print_into(file: File) {
    FILE.set(Some(file));
}

/// Prints a line. Like `println!`, which knows nothing of files.
macro_rules! say {
    ($($text:tt)*) => { $crate::output::print_line(format_args!($($text)*)) };
}
pub(crate) use say;

pub(crate) fn print_line(line: Arguments<'_>) {
    FILE.with_borrow_mut(|file| match file {
        Some(file) => writeln!(file, "{line}").expect("a file that was opened to be written"),
        None => println!("{line}"),
    });
}

/// The same place, for what a program prints.
pub(crate) fn stdio() -> io::Result<Stdio> {
    FILE.with_borrow(|file| match file {
        Some(file) => file.try_clone().map(Stdio::from),
        None => Ok(Stdio::inherit()),
    })
}

#[cfg(test)]
mod tests {
    use std::{
        env,
        fs::{self, File},
        thread,
    };

    use super::print_into;
    use crate::command::{command, read, run, run_and_hear};

    #[test]
    fn a_thread_s_lines_and_those_of_its_programs_are_in_its_file_in_their_order() {
        let path = env::temp_dir().join(format!("a thread's lines {}", std::process::id()));
        let file = File::create(&path).unwrap();
        let printing = thread::spawn(move || {
            print_into(file);
            say!("one");
            run(command("sh -c").arg("echo two; echo three >&2")).unwrap();
            let mut heard = Vec::new();
            let program = "echo four; echo five >&2";
            run_and_hear(command("sh -c").arg(program), |line| heard.push(line.to_owned()))
                .unwrap();
            assert_eq!(read(&mut command("echo six")).unwrap(), "six");
            heard
        });
        assert_eq!(printing.join().unwrap(), ["four"]);
        run(command("sh -c").arg("echo of another thread")).unwrap();
        let printed = fs::read_to_string(&path).unwrap();
        fs::remove_file(path).unwrap();
        let mut lines: Vec<_> = printed.lines().collect();
        // The one is heard, and then printed; the other is printed by the program.
        lines[3..].sort_unstable();
        assert_eq!(lines, ["one", "two", "three", "five", "four"]);
    }
}
