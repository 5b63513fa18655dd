//! SelectSettings.
//!
//! <https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings>

use alloc::vec::Vec;

use crate::{
    candidates::{Candidates, Chosen, Rank},
    constraint::{ConstraintSet, Constraints},
    device::Device,
    fitness_distance::fitness_distance,
    property::Property,
    settings::Settings,
};

/// What SelectSettings selects.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection<'a> {
    /// The index of the device.
    pub device: usize,
    /// Its settings.
    pub settings: Settings<'a>,
    /// Their fitness distance from the basic constraint set.
    pub distance: f64,
}

/// No settings dictionary satisfies all required constraints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overconstrained {
    /// A required constraint that no settings dictionary satisfies; `None` if each is satisfied by some.
    ///
    /// <https://www.w3.org/TR/mediacapture-streams/#dom-overconstrainederror-constraint>
    pub constraint: Option<Property>,
}

/// Selects the settings dictionary that fits the constraints best, of all of all devices.
///
/// applyConstraints() has one device: the object that it is called on. getUserMedia() leaves it to the user agent
/// how to choose among several; here, all of their settings dictionaries are candidates together, so that an
/// advanced constraint set also chooses between devices, and of equally good devices the first wins.
///
/// # Errors
///
/// If no settings dictionary satisfies all required constraints.
pub fn select_settings<'a>(
    devices: &'a [Device<'a>],
    constraints: &Constraints<'_>,
) -> Result<Selection<'a>, Overconstrained> {
    // Step 1, what an empty list means, is done where constraints are read.
    // Step 2: an unconstrained copy of the object. Devices know nothing of constraints.
    let all = all_candidates(devices);

    // Step 3: the candidates are those whose fitness distance is finite.
    let mut candidates = satisfying(&all, &constraints.basic);

    // Step 4: if there are none, return undefined.
    if candidates.is_empty() {
        return Err(Overconstrained { constraint: failed_constraint(&all, &constraints.basic) });
    }

    // Step 5: the advanced constraint sets, in their order.
    for advanced in &constraints.advanced {
        // Steps 5.1 and 5.2: keep those that satisfy it, but ignore it if that would be none.
        let satisfying = satisfying(&candidates, advanced);
        if !satisfying.is_empty() {
            candidates = satisfying;
        }
    }

    // Step 6: the one with the smallest fitness distance, and of several the one closest to the defaults.
    best(&candidates, constraints)
        .map(|(candidates, chosen)| Selection {
            device: candidates.index,
            distance: fitness_distance(
                &chosen.settings,
                &constraints.basic,
                candidates.device.kind,
            ),
            settings: chosen.settings,
        })
        .ok_or(Overconstrained { constraint: None })
}

/// A settings dictionary worth looking at, and how it fares.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate<'a> {
    /// The index of its device.
    pub device: usize,
    /// The settings dictionary.
    pub settings: Settings<'a>,
    /// Its fitness distance from the basic constraint set.
    pub distance: f64,
    /// The terms that the distance is the sum of.
    pub distances: Vec<(Property, f64)>,
    /// For each advanced constraint set, whether it is satisfied.
    pub advanced: Vec<bool>,
}

/// So many of them are enough to look at.
const CANDIDATES: usize = 512;

/// Of each of the devices' native modes, as it is and cropped and scaled, the settings dictionaries that fit the
/// constraints best, and the one that would be chosen without constraints. What [`select_settings`] selects is
/// one of them.
#[must_use]
pub fn candidates<'a>(
    devices: &'a [Device<'a>],
    constraints: &Constraints<'_>,
) -> Vec<Candidate<'a>> {
    let mut examined: Vec<Candidate<'_>> = Vec::new();
    for candidates in all_candidates(devices) {
        let mut narrowed = candidates.clone();
        for set in core::iter::once(&constraints.basic).chain(&constraints.advanced) {
            narrowed = narrowed.satisfying(set).unwrap_or(narrowed);
        }
        let fitting = narrowed.best(&constraints.basic, |_| true);
        let unconstrained = candidates.best(&[], |_| true);
        for chosen in [fitting, unconstrained].into_iter().flatten() {
            let candidate = examine(&candidates, chosen.settings, constraints);
            if examined.len() < CANDIDATES && !examined.contains(&candidate) {
                examined.push(candidate);
            }
        }
    }
    examined
}

fn examine<'a>(
    candidates: &Candidates<'a>,
    settings: Settings<'a>,
    constraints: &Constraints<'_>,
) -> Candidate<'a> {
    let kind = candidates.device.kind;
    let mut distances = Vec::new();
    for constraint in &constraints.basic {
        let distance = fitness_distance(&settings, core::slice::from_ref(constraint), kind);
        distances.push((constraint.0, distance));
    }
    let mut advanced = Vec::new();
    for set in &constraints.advanced {
        advanced.push(fitness_distance(&settings, set, kind).is_finite());
    }
    let distance = fitness_distance(&settings, &constraints.basic, kind);
    Candidate { device: candidates.index, settings, distance, distances, advanced }
}

fn all_candidates<'a>(devices: &'a [Device<'a>]) -> Vec<Candidates<'a>> {
    let mut all = Vec::new();
    for (index, device) in devices.iter().enumerate() {
        all.extend(Candidates::of(device, index));
    }
    all
}

fn satisfying<'a>(
    candidates: &[Candidates<'a>],
    constraints: &ConstraintSet<'_>,
) -> Vec<Candidates<'a>> {
    let mut satisfying = Vec::new();
    for candidates in candidates {
        satisfying.extend(candidates.satisfying(constraints));
    }
    satisfying
}

fn best<'a, 'b>(
    candidates: &'b [Candidates<'a>],
    constraints: &Constraints<'_>,
) -> Option<(&'b Candidates<'a>, Chosen<'a>)> {
    let mut best: Option<(&Candidates<'a>, Chosen<'a>)> = None;
    for candidates in candidates {
        let wins = |rank: &Rank| {
            best.as_ref().is_none_or(|(of, known)| {
                if of.index == candidates.index {
                    rank.is_better_than(&known.rank)
                } else {
                    known.rank.is_farther_than(rank)
                }
            })
        };
        if let Some(chosen) = candidates.best(&constraints.basic, wins) {
            best = Some((candidates, chosen));
        }
    }
    best
}

/// "Any required constraint whose fitness distance was infinity for all settings dictionaries examined", or none
/// if there isn't one: the first, in the order of the properties.
///
/// <https://www.w3.org/TR/mediacapture-streams/#dfn-applyconstraints-algorithm>, step 2
fn failed_constraint(all: &[Candidates<'_>], constraints: &ConstraintSet<'_>) -> Option<Property> {
    for constraint in constraints {
        let alone = core::slice::from_ref(constraint);
        let is_failed = |candidates: &Candidates<'_>| candidates.satisfying(alone).is_none();
        if constraint.1.is_required() && all.iter().all(is_failed) {
            return Some(constraint.0);
        }
    }
    None
}
