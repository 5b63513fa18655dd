//! Pages that load themselves again when there is something new to show.

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{
        StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE},
    },
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use tokio::sync::watch::Receiver;

/// Where a page waits for the build after the one that it shows.
const ADDRESS: &str = "/reload";

/// No page of ours is that large.
const LARGEST: usize = 1 << 20;

/// A site whose pages show each of the builds, which are numbered.
pub fn reloading(site: Router, builds: Receiver<u32>) -> Router {
    let shown = builds.clone();
    site.layer(middleware::from_fn(move |request: Request, next: Next| {
        let build = *shown.borrow();
        async move { with_script(next.run(request).await, build).await }
    }))
    .route(ADDRESS, get(move |request: Request| after(builds.clone(), request)))
}

/// Answers when there is another build than that which the page shows.
async fn after(mut builds: Receiver<u32>, request: Request) -> Response {
    let shown = request.uri().query().and_then(|number| number.parse().ok());
    let outcome = builds.wait_for(|&build| Some(build) != shown).await;
    let number = outcome.map(|build| build.to_string());
    number.map_or(StatusCode::SERVICE_UNAVAILABLE.into_response(), IntoResponse::into_response)
}

/// A page with the script that loads it again.
async fn with_script(response: Response, build: u32) -> Response {
    let (mut head, body) = response.into_parts();
    let page = head
        .headers
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !page {
        return Response::from_parts(head, body);
    }
    let Ok(bytes) = to_bytes(body, LARGEST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let script = format!(
        "<script>
  (async () => {{
    for (;;) {{
      const response = await fetch('{ADDRESS}?{build}').catch(() => undefined);
      if (response?.ok) return location.reload();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }}
  }})();
</script>
"
    );
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from([&bytes, script.as_bytes()].concat()))
}
