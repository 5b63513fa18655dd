//! What is done to numbers most often, inlined: the search for the best resolution calls nothing but what checks
//! required constraints and lists.
//!
//! WebKitGTK 2.50 compiles functions that are called often anew while they run, and interrupts all threads by a signal then.
//! Where that comes during a call, the signal's frame overwrites numbers of who calls: of 100 first calls of the solver 3
//! chose something wrong, or ended outside of the memory. A height's low half was `FP_XSTATE_MAGIC2`, the last word of such
//! a frame. The fewer calls a loop has, the rarer it is: `tests/browsers/tests/solver.rs` counts.
//!
//! [`f64::max`] and the like are calls in WebAssembly, which `clippy.toml` forbids for that.

/// The larger of two numbers; the first if the second is NaN.
#[inline(always)]
#[must_use]
pub(crate) const fn larger(first: f64, second: f64) -> f64 {
    if second > first { second } else { first }
}

/// The smaller of two numbers; the first if the second is NaN.
#[inline(always)]
#[must_use]
pub(crate) const fn smaller(first: f64, second: f64) -> f64 {
    if second < first { second } else { first }
}

/// From here on every number is whole: 2⁵².
const WHOLE: f64 = 4_503_599_627_370_496.0;

/// The largest whole number that is no larger.
#[inline(always)]
#[must_use]
pub(crate) fn floor(number: f64) -> f64 {
    // What is NaN, or infinite, stays so.
    if number.abs() < WHOLE {
        let whole = number as i64 as f64;
        if whole > number { whole - 1.0 } else { whole }
    } else {
        number
    }
}

/// The smallest whole number that is no smaller.
#[inline(always)]
#[must_use]
pub(crate) fn ceil(number: f64) -> f64 {
    -floor(-number)
}

/// The nearest whole number; of two, the larger.
#[inline(always)]
#[must_use]
pub(crate) fn round(number: f64) -> f64 {
    let below = floor(number);
    if number - below < 0.5 { below } else { below + 1.0 }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::{ceil, floor, round};

    #[test]
    fn numbers_are_rounded_as_std_rounds_them() {
        let whole =
            [0.0, 1.0, 1_000_000.0, 4_503_599_627_370_495.0, 4_503_599_627_370_497.0, 1e300];
        let numbers = whole.into_iter().flat_map(|number| {
            [-0.75, -0.5, -0.25, 0.0, 0.25, 0.499_999_999_999_999_94, 0.5, 0.75]
                .map(|part| number + part)
        });
        for number in numbers.chain([f64::INFINITY, f64::MAX, f64::MIN_POSITIVE]) {
            assert_eq!(floor(number), number.floor(), "{number}");
            assert_eq!(floor(-number), (-number).floor(), "-{number}");
            assert_eq!(ceil(number), number.ceil(), "{number}");
            // Of two whole numbers that are as near, std takes the one that is farther from zero.
            if number >= 0.0 {
                assert_eq!(round(number), number.round(), "{number}");
            }
        }
        assert!(floor(f64::NAN).is_nan() && ceil(f64::NAN).is_nan() && round(f64::NAN).is_nan());
    }
}
