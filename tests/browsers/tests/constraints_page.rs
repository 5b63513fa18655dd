//! The page that draws how constraints choose a camera, as a visitor uses it, in each engine.
//!
//! Its cameras: a webcam with 640×480 and 1280×720 at 30 frames a second, a rear camera with 1920×1080 at 30,
//! 1280×720 at 60 and 3840×2160 at 15, and a microscope with 400×300 to 2000×1500 at 1 to 10.

use browser_tests::{Browser, Engine, holds_in};
use serde_json::{Value, json};

const SPACE: &str = " ";

#[test]
fn in_chromium_the_nearest_candidate_wins_and_the_next_follow() {
    holds_in(Engine::Chromium, the_nearest_candidate_wins_and_the_next_follow);
}

#[test]
fn in_firefox_the_nearest_candidate_wins_and_the_next_follow() {
    holds_in(Engine::Firefox, the_nearest_candidate_wins_and_the_next_follow);
}

#[test]
fn in_webkit_the_nearest_candidate_wins_and_the_next_follow() {
    holds_in(Engine::WebKit, the_nearest_candidate_wins_and_the_next_follow);
}

fn the_nearest_candidate_wins_and_the_next_follow(engine: Engine) {
    let page = Page::open(engine);
    // At first a width of 1280 is wished for, which both cameras with modes have: the first of them wins.
    page.says("Webcam, 1280 × 720, 30 a second, as it is: distance 0");

    // |1280 - 1920| / 1920 = 0.333 for the webcam, nothing for the rear camera.
    page.fill("width.ideal", "1920");
    page.says("Rear camera, 1920 × 1080, 30 a second, as it is: distance 0");
    let webcam = "Webcam 1280 × 720, 30 a second, as it is  width 0.333 0.333";
    assert!(page.rows().contains(&spaced(webcam)), "{:?}", page.rows());

    // At 1280×720: 220 / 1500 = 0.147. The others have half of the frame rate or less, which is 0.5 and more.
    page.fill("width.ideal", "1500");
    page.fill("frameRate.ideal", "60");
    page.says("Rear camera, 1280 × 720, 60 a second, as it is: distance 0.147");
    assert_eq!(page.setting("width"), "1280");
    assert_eq!(page.setting("frameRate"), "60");
    assert_eq!(page.setting("deviceId"), "rear");

    let rows = page.rows();
    assert!(rows[0].contains("the winner"), "{rows:?}");
    let distances = page.run(
        "return [...document.querySelectorAll('#candidates td')].map((cell) => Number(cell.textContent))",
        &[],
    );
    let distances: Vec<f64> = serde_json::from_value(distances).expect("numbers");
    assert!(distances.is_sorted(), "{distances:?}");
    page.has_no_errors();
}

#[test]
fn in_chromium_what_is_required_puts_candidates_out_and_names_itself() {
    holds_in(Engine::Chromium, what_is_required_puts_candidates_out_and_names_itself);
}

#[test]
fn in_firefox_what_is_required_puts_candidates_out_and_names_itself() {
    holds_in(Engine::Firefox, what_is_required_puts_candidates_out_and_names_itself);
}

#[test]
fn in_webkit_what_is_required_puts_candidates_out_and_names_itself() {
    holds_in(Engine::WebKit, what_is_required_puts_candidates_out_and_names_itself);
}

fn what_is_required_puts_candidates_out_and_names_itself(engine: Engine) {
    let page = Page::open(engine);
    page.choose("resizeMode.exact", "none");
    page.fill("frameRate.max", "20");
    // |3840 - 1280| / 3840: no other of the modes is as slow, and the microscope has no resizeMode.
    page.says("Rear camera, 3840 × 2160, 15 a second, as it is: distance 0.667");
    let out = page.rows().into_iter().filter(|row| row.contains("out: ")).collect::<Vec<_>>();
    let has = |camera: &str, why: &str| {
        out.iter().any(|row| row.starts_with(camera) && row.contains(why))
    };
    assert!(has("Webcam", "frameRate must be at most 20"), "{out:?}");
    assert!(has("Microscope", "resizeMode must be none"), "{out:?}");

    page.fill("width.min", "5000");
    page.says("OverconstrainedError: width. No candidate meets what is required of it.");
    assert!(page.rows().iter().all(|row| row.contains("width must be at least 5000")));
    assert_eq!(page.count(".winner"), 0);

    page.click("#clear");
    page.says("Webcam, 640 × 480, 30 a second, as it is: distance 0");
    assert_eq!(page.count("#picture .winner"), 1);
    page.has_no_errors();
}

#[test]
fn in_chromium_an_unplugged_camera_is_no_candidate() {
    holds_in(Engine::Chromium, an_unplugged_camera_is_no_candidate);
}

#[test]
fn in_firefox_an_unplugged_camera_is_no_candidate() {
    holds_in(Engine::Firefox, an_unplugged_camera_is_no_candidate);
}

#[test]
fn in_webkit_an_unplugged_camera_is_no_candidate() {
    holds_in(Engine::WebKit, an_unplugged_camera_is_no_candidate);
}

fn an_unplugged_camera_is_no_candidate(engine: Engine) {
    let page = Page::open(engine);
    let toggle = |number: usize| {
        page.focus(&format!("#cameras li:nth-child({number}) input"));
        page.press(SPACE);
    };
    toggle(1);
    page.says("Rear camera, 1280 × 720, 60 a second, as it is: distance 0");
    assert!(page.rows().iter().all(|row| !row.starts_with("Webcam")));
    toggle(2);
    toggle(3);
    page.says("NotFoundError: no camera is plugged in.");
    toggle(1);
    page.says("Webcam, 1280 × 720, 30 a second, as it is: distance 0");
    page.has_no_errors();
}

#[test]
fn in_chromium_the_chosen_track_plays() {
    holds_in(Engine::Chromium, the_chosen_track_plays);
}

#[test]
fn in_firefox_the_chosen_track_plays() {
    holds_in(Engine::Firefox, the_chosen_track_plays);
}

fn the_chosen_track_plays(engine: Engine) {
    let page = Page::open(engine);
    page.until("document.querySelector('video').videoWidth === 1280");
    page.fill("width.max", "640");
    page.until("document.querySelector('video').videoWidth === 640");
    page.has_no_errors();
}

#[test]
fn in_chromium_nothing_overflows_at_360_pixels() {
    holds_in(Engine::Chromium, nothing_overflows_at_360_pixels);
}

#[test]
fn in_firefox_nothing_overflows_at_360_pixels() {
    holds_in(Engine::Firefox, nothing_overflows_at_360_pixels);
}

#[test]
fn in_webkit_nothing_overflows_at_360_pixels() {
    holds_in(Engine::WebKit, nothing_overflows_at_360_pixels);
}

fn nothing_overflows_at_360_pixels(engine: Engine) {
    let page = Page::open(engine);
    page.nothing_overflows_at_360_pixels(
        "'ready' in page.documentElement.dataset",
        "const form = page.querySelector('#constraints');
         for (const input of form.elements) if (input.name) input.value = input.type === 'number' ? 5000 : 'none';
         form.dispatchEvent(new Event('input'));
         await until(() => page.querySelector('#outcome').dataset.state === 'failed');",
    );
    page.has_no_errors();
}

/// The page, ready.
struct Page(Browser);

impl std::ops::Deref for Page {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.0
    }
}

impl Page {
    fn open(engine: Engine) -> Self {
        Self(Browser::open(engine, "/www/constraints.html"))
    }

    /// Waits until the page says what the outcome is.
    #[track_caller]
    fn says(&self, outcome: &str) {
        let outcome = json!(outcome);
        self.until(&format!("document.querySelector('#outcome').textContent === {outcome}"));
    }

    /// Types into an input, in place of what it has.
    fn fill(&self, name: &str, text: &str) {
        self.run(
            "const input = document.getElementsByName(arguments[0])[0];
             input.focus();
             input.select();",
            &[json!(name)],
        );
        self.press(text);
    }

    /// Chooses from a list.
    fn choose(&self, name: &str, value: &str) {
        self.run(
            "const select = document.getElementsByName(arguments[0])[0];
             select.value = arguments[1];
             select.dispatchEvent(new Event('input', { bubbles: true }));",
            &[json!(name), json!(value)],
        );
    }

    /// The lines of the table.
    fn rows(&self) -> Vec<String> {
        let rows = self.run(
            "return [...document.querySelectorAll('#candidates tbody tr')]
               .map((row) => [...row.cells].map((cell) => cell.textContent).join(' '))",
            &[],
        );
        let rows: Vec<String> = serde_json::from_value(rows).expect("strings");
        rows.iter().map(|row| spaced(row)).collect()
    }

    /// What the track says of a property.
    fn setting(&self, name: &str) -> Value {
        self.run(
            "const term = [...document.querySelectorAll('#track dt')]
               .find((term) => term.textContent === arguments[0]);
             return term.nextElementSibling.textContent;",
            &[json!(name)],
        )
    }

    fn count(&self, selector: &str) -> Value {
        self.run("return document.querySelectorAll(arguments[0]).length", &[json!(selector)])
    }
}

/// With single spaces.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
