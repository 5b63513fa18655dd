//! The reader of session descriptions: any bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mediastream_polyfill::negotiation::Description;

/// The lines of a text, as plainly as can be.
fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| matches!(byte, b'\r' | b'\n')).filter(|line| !line.is_empty())
}

fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

fuzz_target!(|text: &[u8]| {
    let mut sections: Vec<Vec<&[u8]>> = Vec::new();
    for line in lines(text) {
        if line.starts_with(b"m=") {
            sections.push(Vec::new());
        }
        if let Some(section) = sections.last_mut() {
            section.push(line);
        }
    }

    let mut media = Description::new(text).media();
    for section in sections {
        let medium = media.next().expect("a line m= begins a medium");
        let begins = |start: &[u8]| section.iter().any(|line| line.starts_with(start));
        assert_eq!(section[0][2..].split(is_blank).next(), Some(medium.kind()));
        if let Some(mid) = medium.mid() {
            assert!(begins(&[b"a=mid:", mid].concat()));
        }
        if medium.is_rejected() {
            assert!(!medium.sends() && !section.contains(&&b"a=bundle-only"[..]));
        }
        match medium.streams() {
            None => assert!(!section.iter().any(|line| {
                let id = line.strip_prefix(b"a=msid:");
                id.is_some_and(|id| id.first().is_some_and(|first| !is_blank(first)))
            })),
            Some(ids) => {
                let mut count = 0;
                for id in ids {
                    count += 1;
                    assert!(!id.is_empty() && id != b"-" && !id.iter().any(is_blank));
                    let msid = [b"msid:", id].concat();
                    assert!(
                        section
                            .iter()
                            .any(|line| { line.windows(msid.len()).any(|part| part == msid) })
                    );
                }
                assert!(count < section.len(), "more streams than lines");
            }
        }
    }
    assert!(media.next().is_none(), "more media than lines m=");
});
