// What else there may be in the window that the package is installed in: “?with=copy” in the address, for the tests.

/** Each installs the package in the window, and returns the installation. */
const VARIATIONS = {
  /** Another copy of the package, installed before. */
  async copy() {
    const copy = await import('../../src/web/mediastream-polyfill.js');
    copy.install(window);
    return (await ours()).install(window);
  },
  /** It was installed before, and uninstalled. */
  async again() {
    const { install } = await ours();
    install(window).uninstall();
    return install(window);
  },
  /** zone.js, which every Angular application has, imported first. */
  async zone() {
    await import('../../node_modules/zone.js/bundles/zone.umd.js');
    return (await ours()).install(window);
  },
  /** zone.js, imported after the package. */
  async 'zone-after'() {
    const installation = (await ours()).install(window);
    await import('../../node_modules/zone.js/bundles/zone.umd.js');
    return installation;
  },
};

const ours = () => import('../../pkg/index.js');

/** The name of the variation that an address asks for; null for none. */
export const variationOf = ({ search }) => new URLSearchParams(search).get('with');

/** Installs the package as a variation has it. */
export const installed = async (variation) =>
  variation === null ? (await ours()).install(window) : VARIATIONS[variation]();
