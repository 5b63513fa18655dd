//! The table of constrainable properties for JavaScript, made from that of the solver.

use std::fs;

use anyhow::Result;
use mediastream_constraints::{Property, property::PropertyType};
use xtask::root;

/// Writes the module that `src/js` imports as `#properties`.
pub(crate) fn generate() -> Result<()> {
    let folder = root().join("target/generated");
    fs::create_dir_all(&folder)?;
    let (file, module) = (folder.join("properties.js"), module());
    // What hasn't changed isn't built anew.
    if fs::read_to_string(&file).is_ok_and(|written| written == module) {
        return Ok(());
    }
    Ok(fs::write(file, module)?)
}

fn module() -> String {
    // The order in which Web IDL reads the members of a dictionary.
    let mut properties = Property::ALL;
    properties.sort_by_key(|property| property.name());
    let mut types = String::new();
    for property in properties {
        types += &format!("  {}: '{}',\n", property.name(), constraint_type(property));
    }
    let inherent = properties.into_iter().filter(|property| property.is_inherent());
    let inherent: Vec<_> = inherent.map(|property| format!("'{}'", property.name())).collect();
    format!(
        "/** @file Made by `cargo xtask build` from constraints/src/property.rs: don't edit. */

/**
 * The members of MediaTrackConstraintSet, in the order in which Web IDL reads them, and the types of their constraints.
 * @type {{Record<string, 'ULongRange' | 'DoubleRange' | 'BooleanParameters' | 'DOMStringParameters' |
 *   'BooleanOrDOMStringParameters'>}}
 */
export const CONSTRAINT_TYPES = {{
{types}}};

/** The list of inherent constrainable track properties: what an ended track still tells. */
export const INHERENT_PROPERTIES = [{}];
",
        inherent.join(", ")
    )
}

/// The dictionary that constrains a property, without `Constrain`.
///
/// <https://www.w3.org/TR/mediacapture-streams/#constraint-types>
fn constraint_type(property: Property) -> &'static str {
    match property.property_type() {
        PropertyType::WholeNumber => "ULongRange",
        PropertyType::Number => "DoubleRange",
        PropertyType::Text => "DOMStringParameters",
        PropertyType::Boolean => "BooleanParameters",
        PropertyType::BooleanOrText => "BooleanOrDOMStringParameters",
    }
}

#[cfg(test)]
mod tests {
    use super::module;

    #[test]
    fn each_property_is_there_once_in_the_order_in_which_web_idl_reads_them() {
        let module = module();
        let names = module.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": '"));
        let names: Vec<_> = names.map(|(name, _)| name).collect();
        assert_eq!(names.len(), 16);
        assert!(names.is_sorted_by(|name, next| name < next), "{names:?}");
    }

    #[test]
    fn the_types_and_the_inherent_properties_are_the_specifications() {
        let module = module();
        for line in [
            "  aspectRatio: 'DoubleRange',",
            "  width: 'ULongRange',",
            "  facingMode: 'DOMStringParameters',",
            "  noiseSuppression: 'BooleanParameters',",
            "  echoCancellation: 'BooleanOrDOMStringParameters',",
            "export const INHERENT_PROPERTIES = ['deviceId', 'facingMode', 'groupId'];",
        ] {
            assert!(module.lines().any(|written| written == line), "{line}");
        }
    }
}
