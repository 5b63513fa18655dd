//! SelectSettings as the specification words it: over a list of every settings dictionary that there is. The
//! devices are tiny, and frame rates are multiples of a half.

use mediastream_constraints::{
    ConstraintSet, Constraints, Property, Settings, constraint::rounded_aspect_ratio,
    fitness_distance, value::Setting,
};

/// A tiny camera.
#[derive(Clone, Debug)]
pub(crate) struct Camera {
    /// Native modes: width, height, frame rate.
    pub modes: Vec<(u8, u8, u8)>,
    /// The ranges of width, height and frame rate where there are no modes.
    pub ranges: [(u8, u8); 3],
    pub facing_modes: Vec<&'static str>,
}

const NONE: Setting<'_> = Setting::Text(&[110, 111, 110, 101]);

impl Camera {
    /// As the solver reads it.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        use serde_json::json;
        let mut camera =
            json!({ "kind": "video", "capabilities": { "facingMode": self.facing_modes } });
        if self.modes.is_empty() {
            for (name, (min, max)) in ["width", "height", "frameRate"].into_iter().zip(self.ranges)
            {
                camera["capabilities"][name] = json!({ "min": min, "max": max });
            }
        } else {
            let mode = |&(width, height, frame_rate): &(u8, u8, u8)| json!({ "width": width, "height": height, "frameRate": frame_rate });
            camera["modes"] = self.modes.iter().map(mode).collect();
        }
        camera
    }

    /// Every settings dictionary.
    pub(crate) fn all_settings<'a>(&self, texts: &'a Texts) -> Vec<Settings<'a>> {
        let mut all = Vec::new();
        let [widths, heights, frame_rates] = self.ranges;
        if self.modes.is_empty() {
            self.add(&mut all, texts, [widths, heights], frame_rates, None);
        }
        for &(width, height, frame_rate) in &self.modes {
            let native = [(width, width), (height, height)];
            self.add(&mut all, texts, native, (frame_rate, frame_rate), Some(NONE));
            let derived = [(1, width), (1, height)];
            let crop_and_scale = Some(Setting::Text(&texts.crop_and_scale));
            self.add(&mut all, texts, derived, (0, frame_rate), crop_and_scale);
        }
        all
    }

    fn add<'a>(
        &self,
        all: &mut Vec<Settings<'a>>,
        texts: &'a Texts,
        [widths, heights]: [(u8, u8); 2],
        frame_rates: (u8, u8),
        resize_mode: Option<Setting<'a>>,
    ) {
        for width in (widths.0..=widths.1).map(f64::from) {
            for height in (heights.0..=heights.1).map(f64::from) {
                for halves in u32::from(frame_rates.0) * 2..=u32::from(frame_rates.1) * 2 {
                    for facing_mode in &self.facing_modes {
                        let mut settings = Settings::default();
                        settings.set(Property::Width, Setting::Number(width));
                        settings.set(Property::Height, Setting::Number(height));
                        let ratio = rounded_aspect_ratio(width / height);
                        settings.set(Property::AspectRatio, Setting::Number(ratio));
                        let frame_rate = f64::from(halves) / 2.0;
                        settings.set(Property::FrameRate, Setting::Number(frame_rate));
                        let facing_mode = texts.facing_mode(facing_mode);
                        settings.set(Property::FacingMode, Setting::Text(facing_mode));
                        if let Some(resize_mode) = resize_mode {
                            settings.set(Property::ResizeMode, resize_mode);
                        }
                        all.push(settings);
                    }
                }
            }
        }
    }
}

/// The strings that settings refer to.
pub(crate) struct Texts {
    crop_and_scale: Vec<u16>,
    user: Vec<u16>,
    left: Vec<u16>,
}

impl Texts {
    pub(crate) fn new() -> Self {
        let units = |text: &str| text.encode_utf16().collect();
        Self { crop_and_scale: units("crop-and-scale"), user: units("user"), left: units("left") }
    }

    fn facing_mode(&self, text: &str) -> &[u16] {
        if text == "user" { &self.user } else { &self.left }
    }
}

/// What is left of all settings dictionaries after step 5, each with the index of its device; empty if step 4
/// returns undefined.
pub(crate) fn candidates<'a>(
    all: &[(usize, Settings<'a>)],
    constraints: &Constraints<'_>,
) -> Vec<(usize, Settings<'a>)> {
    let satisfying = |candidates: &[(usize, Settings<'a>)], set: &ConstraintSet<'_>| -> Vec<_> {
        let is_finite = |(_, settings): &&(usize, Settings<'_>)| {
            fitness_distance(settings, set, None).is_finite()
        };
        candidates.iter().filter(is_finite).cloned().collect()
    };
    let mut candidates = satisfying(all, &constraints.basic);
    for advanced in &constraints.advanced {
        let kept = satisfying(&candidates, advanced);
        if !kept.is_empty() {
            candidates = kept;
        }
    }
    candidates
}
