//! Settings dictionaries.

use alloc::vec::Vec;

use crate::{
    property::Property,
    value::{Setting, Value},
};

/// A settings dictionary: a value for each property that the object has.
///
/// <https://www.w3.org/TR/mediacapture-streams/#dfn-settings-dictionary>
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings<'a>([Option<Setting<'a>>; Property::ALL.len()]);

impl<'a> Settings<'a> {
    /// Reads a dictionary. Members whose values the property can't have are left out.
    #[must_use]
    pub fn read(dictionary: &'a Value) -> Self {
        let mut settings = Self::default();
        for property in Property::ALL {
            let setting = dictionary.member(property.name()).setting();
            settings.0[property as usize] = setting.filter(|setting| match setting {
                Setting::Number(number) => property.is_numeric() && number.is_finite(),
                _ => !property.is_numeric(),
            });
        }
        settings
    }

    /// The value of a property, if the object has that.
    #[must_use]
    pub fn get(&self, property: Property) -> Option<Setting<'a>> {
        self.0[property as usize]
    }

    /// The value of a property that is a number.
    #[must_use]
    pub fn number(&self, property: Property) -> Option<f64> {
        self.get(property).and_then(Setting::number)
    }

    /// Gives a property a value.
    pub fn set(&mut self, property: Property, value: Setting<'a>) {
        self.0[property as usize] = Some(value);
    }

    /// The dictionary.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut members = Vec::new();
        for property in Property::ALL {
            if let Some(setting) = self.get(property) {
                members.push((property.name().encode_utf16().collect(), setting.into()));
            }
        }
        Value::Dictionary(members)
    }
}
