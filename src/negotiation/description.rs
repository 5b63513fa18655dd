//! Reads what a session description says of its media: [RFC 8829](https://www.rfc-editor.org/rfc/rfc8829) and
//! [RFC 8830](https://www.rfc-editor.org/rfc/rfc8830).
//!
//! Any bytes are a description. Nothing is copied, and each byte is looked at a few times at most.

/// A session description.
#[derive(Clone, Copy, Debug)]
pub struct Description<'a>(&'a [u8]);

impl<'a> Description<'a> {
    /// Of its text, which need not be UTF-8.
    pub fn new(text: &'a [u8]) -> Self {
        Description(text)
    }

    /// Its [origin](https://www.rfc-editor.org/rfc/rfc8866#section-5.2), which tells it from those before it. Empty if it
    /// has none.
    pub fn origin(self) -> &'a [u8] {
        let (session, _) = split_before_media(self.0);
        lines(session).find(|line| line.starts_with(b"o=")).unwrap_or_default()
    }

    /// Its [media descriptions](https://www.rfc-editor.org/rfc/rfc8866#section-5.14), in their order.
    pub fn media(self) -> MediaDescriptions<'a> {
        let (session, media) = split_before_media(self.0);
        let sends = lines(session).find_map(direction);
        MediaDescriptions { rest: media, sends: sends.unwrap_or(true) }
    }
}

/// The media descriptions of a [`Description`].
#[derive(Clone, Debug)]
pub struct MediaDescriptions<'a> {
    rest: &'a [u8],
    /// Of the session: media without a direction have it.
    sends: bool,
}

impl<'a> Iterator for MediaDescriptions<'a> {
    type Item = MediaDescription<'a>;

    fn next(&mut self) -> Option<MediaDescription<'a>> {
        let (first, attributes) = split_line(self.rest);
        let line = first.strip_prefix(b"m=")?;
        let (attributes, rest) = split_before_media(attributes);
        self.rest = rest;
        Some(MediaDescription::read(line, attributes, self.sends))
    }
}

/// What is said of one medium.
#[derive(Clone, Copy, Debug)]
pub struct MediaDescription<'a> {
    kind: &'a [u8],
    mid: Option<&'a [u8]>,
    rejected: bool,
    sends: bool,
    naming: Option<Naming>,
    attributes: &'a [u8],
}

/// In which attributes streams are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    /// `a=msid`
    Media,
    /// `a=ssrc`, as before RFC 8830
    Sources,
}

impl<'a> MediaDescription<'a> {
    fn read(line: &'a [u8], attributes: &'a [u8], sends: bool) -> Self {
        let (kind, port) = split_token(line);
        let (port, _) = split_token(port);
        let (mut mid, mut direction_here, mut bundle_only, mut naming) = (None, None, false, None);
        for attribute in lines(attributes) {
            if let Some(value) = attribute.strip_prefix(b"a=mid:") {
                mid = mid.or(token(value));
            } else if msid(attribute).is_some() {
                naming = Some(Naming::Media);
            } else if source_msid(attribute).is_some() {
                naming = naming.or(Some(Naming::Sources));
            } else if trimmed(attribute) == b"a=bundle-only" {
                bundle_only = true;
            } else {
                direction_here = direction_here.or_else(|| direction(attribute));
            }
        }
        let rejected = is_zero(port) && !bundle_only;
        let sends = direction_here.unwrap_or(sends) && !rejected;
        MediaDescription { kind, mid, rejected, sends, naming, attributes }
    }

    /// What it is: `audio`, `video`, `application` …
    pub fn kind(&self) -> &'a [u8] {
        self.kind
    }

    /// Its [identification](https://www.rfc-editor.org/rfc/rfc5888#section-4). Sessions may have none.
    pub fn mid(&self) -> Option<&'a [u8]> {
        self.mid
    }

    /// Whether it is [rejected](https://www.rfc-editor.org/rfc/rfc8829#section-5.3.1): its port is zero. One that is
    /// [bundle-only](https://www.rfc-editor.org/rfc/rfc9143#section-6) has no port of its own, and is not.
    pub fn is_rejected(&self) -> bool {
        self.rejected
    }

    /// Whether who wrote the description sends it.
    pub fn sends(&self) -> bool {
        self.sends
    }

    /// The [ids of the streams](https://www.rfc-editor.org/rfc/rfc8830#section-2) that it is in, as often as they are
    /// named. `None` where nothing is said of streams, which is not the same as saying that there are none.
    pub fn streams(&self) -> Option<StreamIds<'a>> {
        self.naming.map(|naming| StreamIds { rest: self.attributes, naming })
    }
}

/// The ids that [`MediaDescription::streams`] gives.
#[derive(Clone, Debug)]
pub struct StreamIds<'a> {
    rest: &'a [u8],
    naming: Naming,
}

impl<'a> Iterator for StreamIds<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        while !self.rest.is_empty() {
            let (attribute, rest) = split_line(self.rest);
            self.rest = rest;
            let id = match self.naming {
                Naming::Media => msid(attribute),
                Naming::Sources => source_msid(attribute),
            };
            match id {
                // It says that there is no stream.
                None | Some(b"-") => {}
                Some(id) => return Some(id),
            }
        }
        None
    }
}

/// `a=msid:` and an id
fn msid(attribute: &[u8]) -> Option<&[u8]> {
    token(attribute.strip_prefix(b"a=msid:")?)
}

/// `a=ssrc:`, a number, `msid:` and an id
fn source_msid(attribute: &[u8]) -> Option<&[u8]> {
    let (_, attribute) = split_token(attribute.strip_prefix(b"a=ssrc:")?);
    token(attribute.strip_prefix(b"msid:")?)
}

const DIRECTIONS: [(&[u8; 8], bool); 4] =
    [(b"sendrecv", true), (b"sendonly", true), (b"recvonly", false), (b"inactive", false)];

/// Whether a direction sends, if it is one: <https://www.rfc-editor.org/rfc/rfc8866#section-6.7>
fn direction(attribute: &[u8]) -> Option<bool> {
    let direction = trimmed(attribute.strip_prefix(b"a=")?);
    DIRECTIONS.iter().find(|&&(name, _)| direction == name).map(|&(_, sends)| sends)
}

/// Whether a port is zero. After a slash is how many there are.
fn is_zero(port: &[u8]) -> bool {
    let digits = port.split(|&byte| byte == b'/').next().unwrap_or_default();
    !digits.is_empty() && digits.iter().all(|&byte| byte == b'0')
}

fn is_end_of_line(byte: &u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// The first line that isn't empty, and what comes after it.
fn split_line(text: &[u8]) -> (&[u8], &[u8]) {
    let start = text.iter().position(|byte| !is_end_of_line(byte)).unwrap_or(text.len());
    let text = text.get(start..).unwrap_or_default();
    let end = text.iter().position(is_end_of_line).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or_default()
}

fn lines(mut text: &[u8]) -> impl Iterator<Item = &[u8]> {
    core::iter::from_fn(move || {
        let (line, rest) = split_line(text);
        text = rest;
        (!line.is_empty()).then_some(line)
    })
}

/// What comes before the next line that begins a media description, and the rest.
fn split_before_media(text: &[u8]) -> (&[u8], &[u8]) {
    let mut rest = text;
    loop {
        let start = rest.iter().position(|byte| !is_end_of_line(byte)).unwrap_or(rest.len());
        rest = rest.get(start..).unwrap_or_default();
        if rest.is_empty() || rest.starts_with(b"m=") {
            return text
                .split_at_checked(text.len().saturating_sub(rest.len()))
                .unwrap_or_default();
        }
        (_, rest) = split_line(rest);
    }
}

/// What comes before the first blank, and what comes after the blanks.
fn split_token(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(is_blank).unwrap_or(text.len());
    let (token, rest) = text.split_at_checked(end).unwrap_or_default();
    let start = rest.iter().position(|byte| !is_blank(byte)).unwrap_or(rest.len());
    (token, rest.get(start..).unwrap_or_default())
}

/// The first token of a value, if there is one.
fn token(value: &[u8]) -> Option<&[u8]> {
    let (token, _) = split_token(value);
    (!token.is_empty()).then_some(token)
}

/// Without the blanks at its end.
fn trimmed(line: &[u8]) -> &[u8] {
    let end =
        line.iter().rposition(|byte| !is_blank(byte)).map_or(0, |last| last.saturating_add(1));
    line.get(..end).unwrap_or_default()
}
