use crate::Browser;

impl Browser {
    /// Panics if anything overflows in the page that is open, when that is as wide as a phone.
    ///
    /// It is loaded again until `is_ready`, an expression, is truthy; `fill`, statements, then puts into
    /// it all that may overflow. Both have the document as `page`; `fill` may await `until(condition)`.
    #[track_caller]
    pub fn nothing_overflows_at_360_pixels(&self, is_ready: &str, fill: &str) {
        // In a frame, since a browser's window has a least width of its own, above a phone's.
        let body = format!(
            "const frame = document.createElement('iframe');
             frame.style.cssText = 'width: 360px; height: 740px; border: 0; position: fixed; inset: 0';
             frame.src = location.href;
             document.body.append(frame);
             const until = async (condition) => {{
               while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
             }};
             // A document that is being loaded has no element for a moment.
             const isReady = (page) => page?.documentElement && ({is_ready});
             await until(() => isReady(frame.contentDocument));
             const page = frame.contentDocument;
             {fill}
             return [page.documentElement.scrollWidth, page.documentElement.clientWidth];"
        );
        let widths = self.run(&body, &[]);
        let [content, viewport] = [&widths[0], &widths[1]].map(|width| width.as_u64().unwrap());
        assert!(content <= viewport && viewport <= 360, "{content} pixels wide in {viewport}");
    }
}
