//! Candidates: the settings dictionaries that a device makes possible.
//!
//! There are far too many to list, and no need to: those that come from one native mode are everything that can
//! be put together from the values of each property, except that width, height and aspect ratio depend on each
//! other. Such a product stays one when a constraint set is applied to it. So a device has a few products of
//! [`Domain`]s, which SelectSettings narrows down, and the best of each is found property by property.

use alloc::{vec, vec::Vec};

use crate::{
    constraint::{Constraint, ConstraintSet, constraint_of},
    device::{CROP_AND_SCALE, Device, Mode, NONE},
    domain::{Best, Domain, Range},
    fitness_distance::{fitness_distance_of_member, relative_difference},
    number::larger,
    property::Property,
    resolutions::{Resolutions, Wishes, aspect_ratio},
    settings::Settings,
    value::Setting,
};

/// Settings dictionaries of one device that come from the same native mode by the same resizeMode.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidates<'a> {
    /// Whose they are.
    pub device: &'a Device<'a>,
    /// Its index.
    pub index: usize,
    domains: [Domain<'a>; Property::ALL.len()],
    /// The resolution that they are cropped and scaled from, or the default one: the closer, the better.
    origin: (f64, f64),
}

/// One of the candidates.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen<'a> {
    /// The settings dictionary.
    pub settings: Settings<'a>,
    /// What speaks against it.
    pub rank: Rank,
}

/// What speaks against a candidate: the fitness distance, then, "if more than one settings dictionary have the
/// smallest fitness distance", how much of the camera's picture it throws away and how far it is from the
/// defaults.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rank {
    /// The fitness distance.
    pub distance: f64,
    /// How much the aspect ratio differs from the origin's.
    cropped: f64,
    /// How much the resolution differs from the origin's.
    scaled: f64,
    /// How far the settings are from the defaults.
    to_defaults: f64,
}

/// Equal distances may come out as different numbers, by this much.
const ROUNDING: f64 = 1e-12;

impl Rank {
    /// Whether less speaks against one candidate of a device than against the other; not if they are equal.
    #[must_use]
    #[inline(always)]
    pub fn is_better_than(&self, other: &Self) -> bool {
        for (this, that) in [
            (self.distance, other.distance),
            (self.cropped, other.cropped),
            (self.scaled, other.scaled),
            (self.to_defaults, other.to_defaults),
        ] {
            if (this - that).abs() > ROUNDING {
                return this < that;
            }
        }
        false
    }

    /// The same, with a fitness distance that is larger by so much.
    fn farther_by(mut self, distance: f64) -> Self {
        self.distance += distance;
        self
    }

    /// Whether the fitness distance is larger, whatever else.
    #[must_use]
    pub fn is_farther_than(&self, other: &Self) -> bool {
        self.distance > other.distance + ROUNDING
    }
}

impl<'a> Candidates<'a> {
    /// All settings dictionaries of a device, its native ones first.
    #[must_use]
    pub fn of(device: &'a Device<'a>, index: usize) -> Vec<Self> {
        let default = |property| larger(1.0, device.defaults.number(property).unwrap_or(1.0));
        let all = Self {
            device,
            index,
            domains: device.domains.clone(),
            origin: (default(Property::Width), default(Property::Height)),
        };
        let mut candidates = Vec::new();
        if device.modes.is_empty() {
            candidates.push(all);
        } else {
            for resize_mode in [NONE, CROP_AND_SCALE] {
                for mode in &device.modes {
                    candidates.push(all.derived(*mode, resize_mode));
                }
            }
        }
        candidates.retain(|candidates| !candidates.is_empty());
        candidates
    }

    /// Those that come from a native mode.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dom-videoresizemodeenum>
    fn derived(&self, mode: Mode, resize_mode: Setting<'a>) -> Self {
        let mut derived = self.clone();
        derived.origin = (mode.width, mode.height);
        let exact = vec![resize_mode];
        derived.narrow(Property::ResizeMode, &Constraint { exact, ..Constraint::default() });
        for (property, max) in [
            (Property::Width, Some(mode.width)),
            (Property::Height, Some(mode.height)),
            (Property::FrameRate, mode.frame_rate),
        ] {
            // "The media must not be upscaled", but whatever is smaller can be cropped, scaled or decimated.
            let min = max.filter(|_| resize_mode == NONE);
            derived.narrow(property, &Constraint { min, max, ..Constraint::default() });
        }
        derived
    }

    fn narrow(&mut self, property: Property, constraint: &Constraint<'_>) {
        self.domains[property as usize].narrow(constraint);
    }

    /// The resolutions, unless the device has only a width or only a height.
    fn resolutions(&self) -> Option<Resolutions> {
        let range = |property: Property| self.domains[property as usize].range();
        Some(Resolutions {
            width: range(Property::Width)?,
            height: range(Property::Height)?,
            aspect_ratio: range(Property::AspectRatio)?,
        })
    }

    fn is_empty(&self) -> bool {
        self.domains.iter().any(Domain::is_empty)
            || self.resolutions().is_some_and(|resolutions| resolutions.is_empty())
    }

    /// Those whose fitness distance from a constraint set is finite; `None` if there is none.
    #[must_use]
    pub fn satisfying(&self, constraints: &ConstraintSet<'_>) -> Option<Self> {
        let mut satisfying = self.clone();
        for (property, constraint) in constraints {
            satisfying.narrow(*property, constraint);
        }
        (!satisfying.is_empty()).then_some(satisfying)
    }

    /// The candidate with the smallest fitness distance, of those the one closest to the defaults. What is
    /// required doesn't matter here: see [`Self::satisfying`].
    ///
    /// `None` if what speaks against it is too much. That is asked before the resolution is chosen too, of the
    /// least that can come to.
    #[must_use]
    pub fn best(
        &self,
        constraints: &ConstraintSet<'_>,
        is_enough: impl Fn(&Rank) -> bool,
    ) -> Option<Chosen<'a>> {
        let mut chosen = Chosen { settings: Settings::default(), rank: Rank::default() };
        let resolutions = self.resolutions();
        for property in Property::ALL {
            if resolutions.is_some() && RESOLUTION.contains(&property) {
                continue;
            }
            let best = self.best_value(property, constraints);
            chosen.rank.distance += best.distance;
            chosen.rank.to_defaults += best.to_default;
            if let Some(value) = best.value {
                chosen.settings.set(property, value);
            }
        }
        if let Some(resolutions) = resolutions {
            // What width, height and aspect ratio come to at least: each for itself.
            let distances =
                RESOLUTION.map(|property| self.best_value(property, constraints).distance);
            if !is_enough(&chosen.rank.farther_by(distances.iter().sum())) {
                return None;
            }
            self.choose_resolution(&mut chosen, resolutions, constraints);
        }
        is_enough(&chosen.rank).then_some(chosen)
    }

    /// The best value of a property by itself.
    fn best_value(&self, property: Property, constraints: &ConstraintSet<'_>) -> Best<'a> {
        let constraint = constraint_of(constraints, property);
        let default = self.device.defaults.get(property);
        self.domains[property as usize].best(constraint, default, self.device.has(property))
    }

    /// Completes a candidate with the best resolution.
    fn choose_resolution(
        &self,
        chosen: &mut Chosen<'a>,
        resolutions: Resolutions,
        constraints: &ConstraintSet<'_>,
    ) {
        let constraints = RESOLUTION.map(|property| constraint_of(constraints, property));
        let applies = RESOLUTION.map(|property| self.device.has(property));
        let defaults = RESOLUTION.map(|property| self.device.defaults.number(property));
        let ideals = constraints.map(|constraint| constraint.and_then(Constraint::ideal_number));
        let origin_ratio = self.origin.0 / self.origin.1;

        let rank = |width: f64, height: f64| {
            let mut rank = chosen.rank;
            let actual = [width, height, aspect_ratio(width, height)];
            for index in 0..RESOLUTION.len() {
                if let Some(constraint) = constraints[index] {
                    let actual = Some(Setting::Number(actual[index]));
                    rank.distance += fitness_distance_of_member(actual, constraint, applies[index]);
                }
                if let Some(default) = defaults[index] {
                    rank.to_defaults += relative_difference(actual[index], default);
                }
            }
            rank.cropped = relative_difference(width / height, origin_ratio);
            rank.scaled = relative_difference(width, self.origin.0)
                + relative_difference(height, self.origin.1);
            rank
        };

        let wishes = Wishes {
            widths: ideals[0].into_iter().chain(defaults[0]).collect(),
            heights: ideals[1].into_iter().chain(defaults[1]).collect(),
            aspect_ratios: ideals[2].into_iter().chain([origin_ratio]).collect(),
        };
        let mut best: Option<(Rank, f64, f64)> = None;
        resolutions.any(&wishes, |height, (least, most)| {
            // Of the widths that go with a height, the best is an end or one of the closest to those wished for.
            let between = Range { min: least, max: most, whole: resolutions.width.whole };
            let of_ratios = wishes.aspect_ratios.iter().map(|ratio| ratio * height);
            for wish in wishes.widths.iter().copied().chain(of_ratios).chain([least, most]) {
                for width in between.closest(wish) {
                    let rank = rank(width, height);
                    if best.is_none_or(|(best, ..)| rank.is_better_than(&best)) {
                        best = Some((rank, width, height));
                    }
                }
            }
            false
        });
        if let Some((rank, width, height)) = best {
            chosen.rank = rank;
            let actual = [width, height, aspect_ratio(width, height)];
            for (property, actual) in RESOLUTION.into_iter().zip(actual) {
                chosen.settings.set(property, Setting::Number(actual));
            }
        }
    }
}

/// The properties that depend on each other.
const RESOLUTION: [Property; 3] = [Property::Width, Property::Height, Property::AspectRatio];
