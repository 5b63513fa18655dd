//! What `src/web` gives Rust's users is documented: each item with an example, and with the section that it implements.

use std::fs;

use syn::{Attribute, Expr, ExprLit, ForeignItem, ImplItem, Item, Lit, Meta, Visibility};

/// What no specification has: the polyfill itself.
const OF_OURS: &[&str] = &[
    "InstallOptions",
    "Installation",
    "install",
    "install_with_options",
    "provided",
    "repaired",
    "uninstall",
];

/// A public item, and its documentation.
struct Documented {
    name: String,
    text: String,
}

#[test]
fn each_public_item_has_an_example() {
    lack(|item| item.text.contains("# Examples\n\n ```\n"));
}

#[test]
fn each_public_item_has_a_link_to_the_section_that_it_implements() {
    lack(|item| {
        OF_OURS.contains(&item.name.as_str())
            || ["w3c.github.io", "whatwg.org"].iter().any(|host| item.text.contains(host))
    });
}

/// Fails with the names of the items that aren't good.
#[track_caller]
fn lack(is_good: impl Fn(&Documented) -> bool) {
    let items = public_items();
    assert!(items.len() > 100, "only {} items are found", items.len());
    let bad: Vec<_> = items.iter().filter(|item| !is_good(item)).map(|item| &item.name).collect();
    assert!(bad.is_empty(), "{} of {}: {bad:?}", bad.len(), items.len());
}

fn public_items() -> Vec<Documented> {
    let mut found = Vec::new();
    for file in fs::read_dir(xtask::root().join("src/web")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let file = syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap();
            file.items.iter().for_each(|item| add(item, &mut found));
        }
    }
    found
}

/// Adds an item, or what is in it, if it's public.
fn add(item: &Item, found: &mut Vec<Documented>) {
    let mut public = |visibility: &Visibility, name: String, attributes: &[Attribute]| {
        if matches!(visibility, Visibility::Public(_)) {
            found.push(Documented { name, text: text(attributes) });
        }
    };
    match item {
        Item::Enum(item) => public(&item.vis, item.ident.to_string(), &item.attrs),
        Item::Struct(item) => public(&item.vis, item.ident.to_string(), &item.attrs),
        Item::Fn(item) => public(&item.vis, item.sig.ident.to_string(), &item.attrs),
        Item::Impl(item) => {
            for item in &item.items {
                if let ImplItem::Fn(item) = item {
                    public(&item.vis, item.sig.ident.to_string(), &item.attrs);
                }
            }
        }
        Item::ForeignMod(item) => {
            for item in &item.items {
                match item {
                    ForeignItem::Type(item) => {
                        public(&item.vis, item.ident.to_string(), &item.attrs);
                    }
                    ForeignItem::Fn(item) => {
                        public(&item.vis, item.sig.ident.to_string(), &item.attrs);
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// The lines of a documentation comment.
fn text(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        if let Meta::NameValue(line) = &attribute.meta
            && line.path.is_ident("doc")
            && let Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) = &line.value
        {
            text += &line.value();
            text.push('\n');
        }
    }
    text
}
