// In the world of content scripts, after the package that has WebAssembly: what comes of it.
{
  let told = 'it works';
  try {
    new MediaStreamPolyfill.MediaStream();
  } catch (error) {
    told = error.message;
  }
  document.documentElement.dataset.webAssembly = told;
}
