//! Nothing: what this package has is its build script.

#![no_std]
