//! What dictionaries are made of.

use alloc::vec::Vec;

/// A value of a dictionary's member, as it comes in and goes out: a setting, a list, a range, a dictionary.
///
/// One type for all of them, rather than a struct for each dictionary of the specification: what it takes to read
/// and write those would be larger than the algorithm.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Undefined, null, or something that no dictionary of the specification has.
    Nothing,
    /// A boolean.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// A `DOMString`: its code units, which may not be valid UTF-16.
    Text(Vec<u16>),
    /// A sequence.
    List(Vec<Value>),
    /// A dictionary, its members in order.
    Dictionary(Vec<(Vec<u16>, Value)>),
}

impl Value {
    /// The member of that name; of something that is no dictionary, or has no such member, nothing.
    #[must_use]
    pub fn member(&self, name: &str) -> &Value {
        if let Self::Dictionary(members) = self {
            for (member, value) in members {
                if Setting::Text(member).is(name) {
                    return value;
                }
            }
        }
        &Value::Nothing
    }

    /// The items of a list; of anything else, none.
    #[must_use]
    pub fn items(&self) -> &[Value] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// A number that is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) if !number.is_nan() => Some(*number),
            _ => None,
        }
    }

    /// A number, boolean or string.
    #[must_use]
    pub fn setting(&self) -> Option<Setting<'_>> {
        match self {
            Self::Boolean(boolean) => Some(Setting::Boolean(*boolean)),
            Self::Text(text) => Some(Setting::Text(text)),
            _ => self.number().map(Setting::Number),
        }
    }

    /// Itself, if it is a setting, or those of its items that are.
    #[must_use]
    pub fn settings(&self) -> Vec<Setting<'_>> {
        let mut settings = Vec::new();
        for item in core::iter::once(self).chain(self.items()) {
            settings.extend(item.setting());
        }
        settings
    }
}

/// The value of a property.
///
/// <https://www.w3.org/TR/mediacapture-streams/#settings>
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting<'a> {
    /// `unsigned long` or `double`.
    Number(f64),
    /// `boolean`.
    Boolean(bool),
    /// `DOMString`.
    Text(&'a [u16]),
}

impl Setting<'_> {
    /// A number.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether it is this string.
    #[must_use]
    pub fn is(self, text: &str) -> bool {
        match self {
            Self::Text(units) => text.encode_utf16().eq(units.iter().copied()),
            _ => false,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.encode_utf16().collect())
    }
}

impl From<Setting<'_>> for Value {
    fn from(setting: Setting<'_>) -> Self {
        match setting {
            Setting::Number(number) => Self::Number(number),
            Setting::Boolean(boolean) => Self::Boolean(boolean),
            Setting::Text(text) => Self::Text(text.into()),
        }
    }
}
