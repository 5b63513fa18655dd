//! The demo page as a visitor uses it, in each engine.
//!
//! What a browser can do is asked of the browser, never of its name; only which engine has which of
//! the features is known here, so that a feature that goes missing is noticed.

use browser_tests::{Browser, Engine, holds_in};
use serde_json::{Value, json};

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const SPACE: &str = " ";

#[test]
fn in_chromium_a_call_lists_each_track_it_loses_and_gets_it_back_twice() {
    holds_in(Engine::Chromium, a_call_lists_each_track_it_loses_and_gets_it_back_twice);
}

#[test]
fn in_firefox_a_call_lists_each_track_it_loses_and_gets_it_back_twice() {
    holds_in(Engine::Firefox, a_call_lists_each_track_it_loses_and_gets_it_back_twice);
}

fn a_call_lists_each_track_it_loses_and_gets_it_back_twice(engine: Engine) {
    let page = Page::open(engine);
    // Media arrives: these are calls, not only negotiations.
    page.until("document.querySelector('#call video').videoWidth > 0");
    for _ in 0..2 {
        page.loses("video", "camera");
        page.gets_back("video", "camera");
        page.loses("audio", "microphone");
        page.gets_back("audio", "microphone");
    }
    page.has_no_errors();
}

#[test]
fn in_chromium_a_call_that_lost_everything_gets_it_back_and_can_lose_it_again() {
    holds_in(Engine::Chromium, a_call_that_lost_everything_gets_it_back_and_can_lose_it_again);
}

#[test]
fn in_firefox_a_call_that_lost_everything_gets_it_back_and_can_lose_it_again() {
    holds_in(Engine::Firefox, a_call_that_lost_everything_gets_it_back_and_can_lose_it_again);
}

fn a_call_that_lost_everything_gets_it_back_and_can_lose_it_again(engine: Engine) {
    let page = Page::open(engine);
    for _ in 0..2 {
        page.loses("audio", "microphone");
        page.loses("video", "camera");
        page.gets_back("video", "camera");
        page.gets_back("audio", "microphone");
    }
    page.has_no_errors();
}

#[test]
fn in_chromium_loading_another_source_lists_both_old_tracks_each_time() {
    holds_in(Engine::Chromium, loading_another_source_lists_both_old_tracks_each_time);
}

#[test]
fn in_firefox_loading_another_source_lists_both_old_tracks_each_time() {
    holds_in(Engine::Firefox, loading_another_source_lists_both_old_tracks_each_time);
}

#[test]
fn in_webkit_loading_another_source_lists_both_old_tracks_each_time() {
    holds_in(Engine::WebKit, loading_another_source_lists_both_old_tracks_each_time);
}

fn loading_another_source_lists_both_old_tracks_each_time(engine: Engine) {
    let page = Page::open(engine);
    for round in 1..=2 {
        let labels = page.labels("#capture");
        assert_eq!(labels.len(), 2, "{labels:?}");
        let verdict = page.load_another_source();
        let fired = "As it should be: removetrack fired for each of the 2 old tracks";
        assert!(verdict.starts_with(fired), "{verdict}");
        let listed = page.list();
        assert_eq!(listed.len(), 2 * round, "{listed:?}");
        let new = &listed[listed.len() - 2..];
        for kind in ["audio", "video"] {
            let item = format!("Removed: {kind}: ");
            assert!(new.iter().any(|line| line.starts_with(&item)), "{new:?}");
        }
    }
    page.has_no_errors();
}

#[test]
fn in_webkit_the_panel_says_what_the_browser_lacks() {
    let page = Page::open(Engine::WebKit);
    let said = page.text("#call .absent");
    assert!(said.contains("RTCPeerConnection"), "{said}");
    assert_eq!(page.count("#call button"), 0);
    assert_eq!(page.here("RTCPeerConnection"), "absent");
    assert_eq!(page.here("HTMLMediaElement.captureStream"), "from the package");
    page.has_no_errors();
}

#[test]
fn in_chromium_the_browser_removes_with_an_event_and_script_without() {
    holds_in(Engine::Chromium, the_browser_removes_with_an_event_and_script_without);
}

#[test]
fn in_firefox_the_browser_removes_with_an_event_and_script_without() {
    holds_in(Engine::Firefox, the_browser_removes_with_an_event_and_script_without);
}

#[test]
fn in_webkit_the_browser_removes_with_an_event_and_script_without() {
    holds_in(Engine::WebKit, the_browser_removes_with_an_event_and_script_without);
}

fn the_browser_removes_with_an_event_and_script_without(engine: Engine) {
    let page = Page::open(engine);
    let first = "#controller .in-stream li:first-child";
    let choice = |number: usize| format!("{first} .choices button:nth-child({number})");
    let state = || page.text(&format!("{first} .state"));

    page.click("#controller .add[data-kind=video]");
    page.click("#controller .add[data-kind=audio]");
    assert_eq!(
        page.labels("#controller"),
        ["Front camera", "Headset", "Rear camera", "Desk microphone"]
    );

    assert_eq!(state(), "live");
    page.click(&choice(2));
    assert_eq!(state(), "muted");
    page.click(&choice(2));
    assert_eq!(state(), "live");
    page.click(&choice(3));
    assert_eq!(state(), "ended");
    assert_eq!(page.list(), [] as [&str; 0], "nothing has left yet");

    page.click(&choice(1));
    assert_eq!(page.list(), ["Removed: video: Front camera"]);
    page.click(&choice(4));
    assert_eq!(
        page.labels("#controller"),
        ["Rear camera", "Desk microphone"],
        "script took the headset out"
    );
    assert_eq!(page.list().len(), 1, "and nothing was fired");
    page.click(&choice(1));
    assert_eq!(page.list().last().unwrap(), "Removed: video: Rear camera");

    let words = page.strings("#events li");
    let told = |event: &str| words.iter().filter(|line| line.contains(event)).count();
    for (event, times) in [
        (" addtrack: video: Rear camera (controller)", 1),
        (" mute: video: Front camera (controller)", 1),
        (" unmute: video: Front camera (controller)", 1),
        (" ended: video: Front camera (controller)", 1),
        (" removetrack: video: Front camera (controller)", 1),
        (" taken out by script: no event: audio: Headset (controller)", 1),
        (" removetrack: audio: Headset", 0),
    ] {
        assert_eq!(told(event), times, "{event} in {words:?}");
    }
    page.has_no_errors();
}

#[test]
fn in_chromium_the_table_tells_native_from_provided_from_absent() {
    holds_in(Engine::Chromium, the_table_tells_native_from_provided_from_absent);
}

#[test]
fn in_firefox_the_table_tells_native_from_provided_from_absent() {
    holds_in(Engine::Firefox, the_table_tells_native_from_provided_from_absent);
}

#[test]
fn in_webkit_the_table_tells_native_from_provided_from_absent() {
    holds_in(Engine::WebKit, the_table_tells_native_from_provided_from_absent);
}

fn the_table_tells_native_from_provided_from_absent(engine: Engine) {
    let page = Page::open(engine);
    for name in [
        "MediaStream",
        "MediaStreamTrack",
        "MediaStreamTrackEvent",
        "OverconstrainedError",
        "RTCPeerConnection",
    ] {
        // A constructor's source text tells a host's own from anybody else's.
        let really = page.run(
            "const value = window[arguments[0]];
             if (!value) return 'absent';
             return /\\[native code\\]/.test(Function.prototype.toString.call(value)) ? 'native' : 'from the package';",
            &[json!(name)],
        );
        assert_eq!(page.here(name), really, "{name}");
    }
    page.has_no_errors();
}

#[test]
fn in_chromium_every_button_is_reached_and_pressed_by_keyboard() {
    holds_in(Engine::Chromium, every_button_is_reached_and_pressed_by_keyboard);
}

#[test]
fn in_firefox_every_button_is_reached_and_pressed_by_keyboard() {
    holds_in(Engine::Firefox, every_button_is_reached_and_pressed_by_keyboard);
}

#[test]
fn in_webkit_every_button_is_reached_and_pressed_by_keyboard() {
    holds_in(Engine::WebKit, every_button_is_reached_and_pressed_by_keyboard);
}

fn every_button_is_reached_and_pressed_by_keyboard(engine: Engine) {
    let page = Page::open(engine);
    page.run(
        "window.reached = new Set();
         window.unseen = [];
         document.addEventListener('focusin', ({ target }) => {
           window.reached.add(target);
           const style = getComputedStyle(target);
           if (target.matches('button') && style.outlineStyle === 'none') window.unseen.push(target.textContent);
         });",
        &[],
    );
    let left = "[...document.querySelectorAll('button:enabled')]
        .filter((button) => !window.reached.has(button)).map((button) => button.textContent)";
    // The video's own controls are stops on the way, too.
    for _ in 0..60 {
        if page.run(&format!("return {left}"), &[]) == json!([]) {
            break;
        }
        page.press(TAB);
    }
    assert_eq!(page.run(&format!("return {left}"), &[]), json!([]));
    assert_eq!(page.run("return window.unseen", &[]), json!([]), "the focus shows");

    page.focus("#controller .add[data-kind=video]");
    page.press(SPACE);
    assert_eq!(page.labels("#controller").last().unwrap(), "Rear camera");
    page.focus("#controller li:last-child .choices button");
    page.press(ENTER);
    assert_eq!(page.list(), ["Removed: video: Rear camera"]);
    // The pressed button went with its track, and the focus did not go with it.
    assert_eq!(page.run("return document.activeElement.localName", &[]), "button");
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
        "for (const details of page.querySelectorAll('details')) details.open = true;
         for (const button of page.querySelectorAll('#call button, #capture .load, .add')) button.click();
         page.querySelector('.choices button').click();
         if (page.querySelector('.verdict')) await until(() => page.querySelector('.verdict').textContent);
         await until(() => page.querySelector('#tracks').childElementCount > 0);",
    );
    page.has_no_errors();
}

/// The demo page, ready.
struct Page(Browser);

impl std::ops::Deref for Page {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.0
    }
}

impl Page {
    fn open(engine: Engine) -> Self {
        Self(Browser::open(engine, "/www/"))
    }

    /// The items of the list of removed tracks.
    fn list(&self) -> Vec<String> {
        self.strings("#tracks > li")
    }

    /// The labels that a panel shows for the tracks of its stream.
    fn labels(&self, panel: &str) -> Vec<String> {
        self.strings(&format!("{panel} .in-stream .label"))
    }

    fn strings(&self, selector: &str) -> Vec<String> {
        let texts = self.run(
            "return [...document.querySelectorAll(arguments[0])].map((element) => element.textContent)",
            &[json!(selector)],
        );
        serde_json::from_value(texts).expect("strings")
    }

    #[track_caller]
    fn text(&self, selector: &str) -> String {
        let texts = self.strings(selector);
        texts.into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    fn count(&self, selector: &str) -> usize {
        self.strings(selector).len()
    }

    /// What the table says of a feature.
    fn here(&self, feature: &str) -> Value {
        self.run(
            "const row = [...document.querySelectorAll('.host tbody tr')]
               .find((row) => row.cells[0].textContent === arguments[0]);
             return row.cells[1].textContent;",
            &[json!(feature)],
        )
    }

    /// Removes a device from the call, and checks that exactly the track that the page showed is listed.
    #[track_caller]
    fn loses(&self, kind: &str, device: &str) {
        let button = format!("#call button[data-kind={kind}]");
        let shown = format!("#call .in-stream [data-kind={kind}]");
        assert_eq!(self.text(&button), format!("Remove {device}"));
        let label = self.text(&format!("{shown} .label"));
        assert!(!label.is_empty() && label.len() < 30, "a person can read {label}");
        let mut expected = self.list();
        expected.push(format!("Removed: {kind}: {label}"));

        self.click(&button);
        self.until(&format!(
            "document.querySelector('{button}').textContent === 'Add {device} back'"
        ));
        assert_eq!(self.list(), expected);
        assert_eq!(self.count(&shown), 0);
    }

    /// Adds it back, and checks that the receiver's stream has a track of that kind again.
    #[track_caller]
    fn gets_back(&self, kind: &str, device: &str) {
        let button = format!("#call button[data-kind={kind}]");
        let listed = self.list();
        self.click(&button);
        self.until(&format!(
            "document.querySelector('{button}').textContent === 'Remove {device}'"
        ));
        assert_eq!(self.count(&format!("#call .in-stream [data-kind={kind}]")), 1);
        assert_eq!(self.list(), listed);
    }

    /// Presses the capture panel's button, and gives what the panel then says.
    fn load_another_source(&self) -> String {
        self.click("#capture .load");
        self.until("document.querySelector('#capture .load').ariaBusy === 'false'");
        self.text("#capture .verdict")
    }
}
