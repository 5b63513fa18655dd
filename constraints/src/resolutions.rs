//! Widths and heights together, since an aspect ratio ties them to each other.

use alloc::vec::Vec;

use crate::{
    constraint::rounded_aspect_ratio,
    domain::Range,
    number::{self, larger, smaller},
};

/// All resolutions whose width, height and aspect ratio are in three ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resolutions {
    /// Widths.
    pub width: Range,
    /// Heights.
    pub height: Range,
    /// Their quotients, to the tenth decimal place.
    pub aspect_ratio: Range,
}

/// What somebody is interested in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// Widths.
    pub widths: Vec<f64>,
    /// Heights.
    pub heights: Vec<f64>,
    /// Aspect ratios.
    pub aspect_ratios: Vec<f64>,
}

/// Beyond so many heights, only those near what is interesting are looked at. No camera has as many.
const EVERY_HEIGHT: f64 = 16_384.0;

/// How far from an interesting height those that are looked at lie: enough for any aspect ratio whose
/// denominator is no larger.
const NEAR: f64 = 256.0;

impl Resolutions {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.any(&Wishes::default(), |_, _| true)
    }

    /// Calls a function with each height that there is and the smallest and the largest width that go with it,
    /// until it returns true; whether it has.
    ///
    /// Where there are too many heights, only with those near the corners: where lines of constant width, height
    /// and aspect ratio meet, those of the ranges' ends and those of the wishes. A distance that is linear below
    /// an ideal value and concave above it is smallest at such a point.
    pub fn any(&self, wishes: &Wishes, mut function: impl FnMut(f64, (f64, f64)) -> bool) -> bool {
        let range = self.height.intersection(
            // One pixel of slack for what rounding does.
            self.width.min / self.aspect_ratio.max - 1.0,
            self.width.max / self.aspect_ratio.min + 1.0,
        );
        let mut parts = Vec::new();
        if has_few(range) {
            parts.push(range);
        } else {
            let mut near = |height: f64| {
                if height.is_finite() {
                    parts.push(range.intersection(height - NEAR, height + NEAR));
                }
            };
            near(range.min);
            near(range.max);
            wishes.heights.iter().for_each(|height| near(*height));
            for width in wishes.widths.iter().chain(&[self.width.min, self.width.max]) {
                let ends = [self.aspect_ratio.min, self.aspect_ratio.max];
                for ratio in wishes.aspect_ratios.iter().chain(&ends) {
                    near(width / ratio);
                }
            }
        }
        for part in parts {
            let mut height = part.min;
            // A single number may be so large that adding to it doesn't change it.
            while height <= part.max {
                if let Some(between) = self.widths(height)
                    && function(height, between)
                {
                    return true;
                }
                if part.min == part.max {
                    break;
                }
                height += 1.0;
            }
        }
        false
    }

    /// The smallest and the largest width that go with a height.
    #[inline(always)]
    fn widths(&self, height: f64) -> Option<(f64, f64)> {
        let (mut least, mut most) = (self.width.min, self.width.max);
        if self.width.whole {
            // Rounding to the tenth decimal place makes one more width possible, or one less.
            let floor = number::floor(self.aspect_ratio.min * height);
            let ceil = number::ceil(self.aspect_ratio.max * height);
            least = larger(least, if self.is_enough(floor, height) { floor } else { floor + 1.0 });
            most =
                smaller(most, if self.is_not_too_much(ceil, height) { ceil } else { ceil - 1.0 });
        }
        let exist =
            least <= most && self.is_enough(least, height) && self.is_not_too_much(most, height);
        exist.then_some((least, most))
    }

    #[inline(always)]
    fn is_enough(&self, width: f64, height: f64) -> bool {
        aspect_ratio(width, height) >= self.aspect_ratio.min
    }

    #[inline(always)]
    fn is_not_too_much(&self, width: f64, height: f64) -> bool {
        aspect_ratio(width, height) <= self.aspect_ratio.max
    }
}

/// Whether there are so few heights that all can be looked at.
fn has_few(heights: Range) -> bool {
    heights.max - heights.min <= EVERY_HEIGHT
}

/// The setting: <https://www.w3.org/TR/mediacapture-streams/#def-constraint-aspect>
#[must_use]
#[inline(always)]
pub fn aspect_ratio(width: f64, height: f64) -> f64 {
    rounded_aspect_ratio(width / height)
}
