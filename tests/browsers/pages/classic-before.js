// What the page has before the package's scripts run.
window.nativeCaptureStream = HTMLMediaElement.prototype.captureStream;
