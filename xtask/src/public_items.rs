//! What the crate makes public, as text: signatures without their bodies, a file after the other.
//!
//! It is read from the sources, so it needs no other compiler than the one at hand: the tools that compare rustdoc's output take one
//! certain nightly, and cargo-semver-checks a version that is published. That what says `pub` can be reached is a lint
//! (`unreachable_pub`), and what macros make is listed as the call that makes it.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::{
    Attribute, Fields, File, ForeignItem, ImplItem, Item, ItemImpl, ItemMod, ItemTrait, TraitItem,
    Type, Visibility, parse_quote,
};

/// Of a crate's `src` folder.
pub(crate) fn of(src: &Path) -> Result<String> {
    let mut files = Vec::new();
    find(src, &mut files)?;
    files.sort();
    let mut parsed = Vec::new();
    for path in files {
        let text = fs::read_to_string(src.join(&path))?;
        let file = syn::parse_file(&text).with_context(|| path.clone())?;
        parsed.push((path, file));
    }
    let types: BTreeSet<String> =
        parsed.iter().flat_map(|(_, file)| &file.items).flat_map(public_types).collect();
    let mut told = String::new();
    for (path, file) in parsed {
        let items: Vec<Item> =
            file.items.into_iter().filter_map(|item| public_part(item, &types)).collect();
        if !items.is_empty() {
            let items = prettyplease::unparse(&File { shebang: None, attrs: Vec::new(), items });
            told += &format!("\n// src/{path}\n{items}");
        }
    }
    Ok(told)
}

/// The paths of Rust's files from `folder` on.
fn find(folder: &Path, files: &mut Vec<String>) -> Result<()> {
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(inside)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let path = path.strip_prefix(folder)?.components();
                let names: Vec<_> = path.map(|name| name.as_os_str().to_string_lossy()).collect();
                files.push(names.join("/"));
            }
        }
    }
    Ok(())
}

/// The names of the types that an item makes public: what is implemented for others is nobody's business.
fn public_types(item: &Item) -> Vec<String> {
    let name = match item {
        Item::Struct(item) if is_public(&item.vis) => &item.ident,
        Item::Enum(item) if is_public(&item.vis) => &item.ident,
        Item::Type(item) if is_public(&item.vis) => &item.ident,
        Item::ForeignMod(module) => {
            let types = module.items.iter().filter_map(|item| match item {
                ForeignItem::Type(item) if is_public(&item.vis) => Some(item.ident.to_string()),
                _ => None,
            });
            return types.collect();
        }
        _ => return Vec::new(),
    };
    vec![name.to_string()]
}

/// An item without what isn't public, if anything of it is.
fn public_part(mut item: Item, types: &BTreeSet<String>) -> Option<Item> {
    match &mut item {
        Item::Fn(function) => {
            bare(&mut function.attrs);
            function.block = parse_quote!({});
            is_public(&function.vis)
        }
        Item::Struct(structure) => {
            bare(&mut structure.attrs);
            public_fields(&mut structure.fields);
            is_public(&structure.vis)
        }
        Item::Enum(enumeration) => {
            bare(&mut enumeration.attrs);
            for variant in &mut enumeration.variants {
                bare(&mut variant.attrs);
                variant.fields.iter_mut().for_each(|field| bare(&mut field.attrs));
            }
            is_public(&enumeration.vis)
        }
        Item::Const(constant) => {
            bare(&mut constant.attrs);
            is_public(&constant.vis)
        }
        Item::Type(alias) => {
            bare(&mut alias.attrs);
            is_public(&alias.vis)
        }
        Item::Use(import) => {
            bare(&mut import.attrs);
            is_public(&import.vis)
        }
        Item::Trait(declared) => {
            bare_trait(declared);
            is_public(&declared.vis)
        }
        Item::Mod(ItemMod { attrs, vis, content: None, .. }) => {
            bare(attrs);
            is_public(vis)
        }
        Item::Impl(block) => public_impl(block, types),
        Item::ForeignMod(module) => {
            bare(&mut module.attrs);
            module.items.retain_mut(|item| match item {
                ForeignItem::Fn(function) => {
                    bare(&mut function.attrs);
                    is_public(&function.vis)
                }
                ForeignItem::Type(item) => {
                    bare(&mut item.attrs);
                    is_public(&item.vis)
                }
                _ => false,
            });
            !module.items.is_empty()
        }
        // The call of a macro of the crate's own.
        Item::Macro(call) => {
            bare(&mut call.attrs);
            call.mac.tokens = without_documentation(std::mem::take(&mut call.mac.tokens));
            call.ident.is_none()
        }
        _ => false,
    }
    .then_some(item)
}

fn public_impl(block: &mut ItemImpl, types: &BTreeSet<String>) -> bool {
    bare(&mut block.attrs);
    let Type::Path(path) = &*block.self_ty else { return false };
    let ours =
        path.path.segments.last().is_some_and(|last| types.contains(&last.ident.to_string()));
    let of_trait = block.trait_.is_some();
    block.items.retain_mut(|item| match item {
        // What a trait asks for is the trait's to say.
        ImplItem::Fn(function) => {
            bare(&mut function.attrs);
            function.block = parse_quote!({});
            is_public(&function.vis)
        }
        ImplItem::Const(constant) => {
            bare(&mut constant.attrs);
            is_public(&constant.vis)
        }
        ImplItem::Type(_) => true,
        _ => false,
    });
    ours && (of_trait || !block.items.is_empty())
}

fn bare_trait(declared: &mut ItemTrait) {
    bare(&mut declared.attrs);
    for item in &mut declared.items {
        if let TraitItem::Fn(function) = item {
            bare(&mut function.attrs);
            // That there is one is what counts.
            function.default = function.default.as_ref().map(|_| parse_quote!({}));
        }
    }
}

/// Of fields that nobody can name, only that there are some is told.
fn public_fields(fields: &mut Fields) {
    let Fields::Named(named) = fields else {
        for field in fields {
            bare(&mut field.attrs);
            if !is_public(&field.vis) {
                field.ty = parse_quote!(_);
            }
        }
        return;
    };
    let all = named.named.len();
    let kept = std::mem::take(&mut named.named).into_iter().filter(|field| is_public(&field.vis));
    named.named = kept.collect();
    named.named.iter_mut().for_each(|field| bare(&mut field.attrs));
    if named.named.len() < all {
        named.named.push(parse_quote!(_private: ()));
    }
}

/// Takes documentation away, and what only the compiler heeds.
fn bare(attributes: &mut Vec<Attribute>) {
    const TOLD: [&str; 7] =
        ["derive", "non_exhaustive", "must_use", "cfg", "wasm_bindgen", "repr", "deprecated"];
    attributes.retain(|attribute| TOLD.iter().any(|told| attribute.path().is_ident(told)));
}

/// The same of what a macro is given.
fn without_documentation(tokens: TokenStream) -> TokenStream {
    let mut told: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if is_documentation(&group) => {
                told.pop(); // its `#`
            }
            TokenTree::Group(group) => {
                let inside = without_documentation(group.stream());
                told.push(Group::new(group.delimiter(), inside).into());
            }
            other => told.push(other),
        }
    }
    told.into_iter().collect()
}

/// `[doc = "…"]`
fn is_documentation(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(name)) if name == "doc")
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use syn::{File, parse_quote};

    use super::{public_part, public_types};

    fn told(file: File) -> String {
        let types: BTreeSet<_> = file.items.iter().flat_map(public_types).collect();
        let items = file.items.into_iter().filter_map(|item| public_part(item, &types)).collect();
        prettyplease::unparse(&File { shebang: None, attrs: Vec::new(), items })
    }

    #[test]
    fn signatures_are_told_and_no_bodies_nor_documentation() {
        let text = told(parse_quote! {
            /// It answers.
            #[inline]
            #[must_use]
            pub fn answer(of: u8) -> u8 { of + 42 }
            pub(crate) fn internal() {}
        });
        assert_eq!(text, "#[must_use]\npub fn answer(of: u8) -> u8 {}\n");
    }

    #[test]
    fn a_field_that_nobody_can_name_is_told_to_be_there() {
        let text = told(parse_quote! {
            pub struct Pair { pub one: u8, other: u8 }
            pub struct Id(u32);
        });
        let expected =
            "pub struct Pair {\n    pub one: u8,\n    _private: (),\n}\npub struct Id(_);\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn of_a_macros_call_what_it_is_given_is_told_without_documentation() {
        let text = told(parse_quote! {
            flags! {
                /// Some flags.
                pub struct Flags: u8 {
                    /// One.
                    const ONE = 1;
                }
            }
        });
        assert!(text.contains("pub struct Flags") && text.contains("const ONE"), "{text}");
        assert!(!text.contains("doc") && !text.contains('#'), "{text}");
    }

    #[test]
    fn only_what_is_implemented_for_public_types_is_told() {
        let text = told(parse_quote! {
            pub struct Open;
            struct Hidden;
            impl Open { pub fn shown(&self) -> bool { true } fn kept(&self) {} }
            impl Drop for Open { fn drop(&mut self) {} }
            impl Drop for Hidden { fn drop(&mut self) {} }
        });
        let expected = "pub struct Open;\nimpl Open {\n    pub fn shown(&self) -> bool {}\n}\nimpl Drop for Open {}\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn what_wasm_bindgen_binds_is_told_with_how_it_is_bound() {
        let text = told(parse_quote! {
            #[wasm_bindgen(module = "/a.js")]
            extern "C" {
                #[wasm_bindgen(method, getter)]
                pub fn label(this: &Source) -> String;
                pub(super) fn hidden();
            }
        });
        assert!(text.contains("#[wasm_bindgen(method, getter)]\n    pub fn label"), "{text}");
        assert!(!text.contains("hidden"), "{text}");
    }
}
