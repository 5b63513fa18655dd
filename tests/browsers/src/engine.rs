use std::{fmt, path::Path};

use serde_json::{Value, json};

use crate::browser::TIME_LIMIT;

/// One of the three browser engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium's Blink.
    Chromium,
    /// Firefox's Gecko.
    Firefox,
    /// WebKitGTK, in its MiniBrowser.
    WebKit,
}

const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What people call it.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    pub(crate) fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// Chromium and Firefox have a headless mode, WebKitGTK has none.
    pub(crate) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// WebDriver's capabilities for a session with an empty profile, at `profile` where the engine
    /// doesn't make one itself. Firefox gets its extension later.
    pub(crate) fn capabilities(self, profile: &Path, extension: Option<&Path>) -> Value {
        let extension = extension.map(|folder| format!("--load-extension={}", folder.display()));
        let mut options = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": { "args": [
                    "--headless=new",
                    // Chromium's sandbox refuses root.
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--use-fake-ui-for-media-stream",
                    "--use-fake-device-for-media-stream",
                    "--autoplay-policy=no-user-gesture-required",
                    format!("--user-data-dir={}", profile.display()),
                ] },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "args": ["-headless"],
                    "prefs": {
                        "media.navigator.streams.fake": true,
                        "media.navigator.permission.disabled": true,
                        // Two connections in one page have no address but these to meet at.
                        "media.peerconnection.ice.loopback": true,
                        "media.peerconnection.ice.obfuscate_host_addresses": false,
                        "media.autoplay.default": 0,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": MINI_BROWSER,
                    "args": [
                        "--automation",
                        "--autoplay-policy=allow",
                        "--enable-mock-capture-devices=true",
                        "--features=+MockCaptureDevices,-GetUserMediaRequiresFocus",
                    ],
                },
            }),
        };
        if let (Self::Chromium, Some(switch)) = (self, extension)
            && let Some(switches) = options["goog:chromeOptions"]["args"].as_array_mut()
        {
            switches.push(json!(switch));
        }
        let mut capabilities = json!({
            "timeouts": {
                "script": TIME_LIMIT.as_millis() as u64,
                "pageLoad": TIME_LIMIT.as_millis() as u64,
            },
        });
        let (Value::Object(all), Value::Object(options)) = (&mut capabilities, options) else {
            unreachable!("both are objects above");
        };
        all.extend(options);
        capabilities
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}
