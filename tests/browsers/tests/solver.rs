//! What chooses settings, in an engine that compiles it anew while it runs.

use std::collections::HashMap;

use browser_tests::{Browser, Engine, holds_in};
use serde_json::json;

const INSTANCES: usize = 60;

/// What as many instances of the solver say, each of which is new.
const CHOOSE: &str = "
    const mode = (width, height, frameRate) => ({ width, height, frameRate });
    const camera = (label, ...modes) => ({ kind: 'video', modes, settings: modes[0], capabilities: {
      width: { min: 1, max: Math.max(...modes.map(({ width }) => width)) },
      height: { min: 1, max: Math.max(...modes.map(({ height }) => height)) },
      frameRate: { min: 0, max: 60 }, resizeMode: ['none', 'crop-and-scale'], deviceId: label,
    } });
    const cameras = [
      camera('webcam', mode(640, 480, 30), mode(1280, 720, 30)),
      camera('rear', mode(1920, 1080, 30), mode(1280, 720, 60), mode(3840, 2160, 15)),
    ];
    const answers = [];
    for (let i = 0; i < arguments[0]; i++) {
      const { createSolver } = await import(`/pkg/constraints.js?${i}`);
      try {
        answers.push(JSON.stringify(createSolver().fitnessDistances(cameras, { width: { ideal: 1280 } })));
      } catch (error) {
        answers.push(String(error));
      }
    }
    return answers;
";

#[test]
fn in_chromium_settings_are_chosen_as_before_by_each_new_instance() {
    holds_in(Engine::Chromium, settings_are_chosen_as_before_by_each_new_instance);
}

#[test]
fn in_firefox_settings_are_chosen_as_before_by_each_new_instance() {
    holds_in(Engine::Firefox, settings_are_chosen_as_before_by_each_new_instance);
}

#[test]
fn in_webkit_settings_are_chosen_as_before_by_each_new_instance() {
    holds_in(Engine::WebKit, settings_are_chosen_as_before_by_each_new_instance);
}

/// Fewer than one of 1,500 in WebKitGTK, for the reason in `constraints/src/number.rs`, and 9 of 300 where the search calls
/// functions.
fn settings_are_chosen_as_before_by_each_new_instance(engine: Engine) {
    let browser = Browser::launch(engine);
    let mut answers = HashMap::new();
    // A page can't have memory for all of them.
    let pages = if engine == Engine::WebKit { 10 } else { 1 };
    for _ in 0..pages {
        browser.goto("/tests/browsers/pages/empty.html");
        for answer in browser.run(CHOOSE, &[json!(INSTANCES)]).as_array().unwrap() {
            *answers.entry(answer.to_string()).or_insert(0) += 1;
        }
    }
    let (answer, same) = answers.iter().max_by_key(|(_, count)| **count).unwrap();
    assert!(answer.contains("distance"), "{answer}");
    assert!(pages * INSTANCES - same <= 1, "{same} of {} are the same", pages * INSTANCES);
}
