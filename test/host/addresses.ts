/**
 * A browser knows no schemes but its own, so `app://labinov/…` is `https://labinov/…` there. Hosts without a dot stand for
 * the app's scheme; the code under test only ever sees `app://`.
 */
export const toBrowser = (address: string): string => address.replace(/^app:\/\//, 'https://')

export const toApp = (address: string): string => address.replace(/^https:\/\/(?=[^./:]+(?:\/|$))/, 'app://')

/** The origin as Electron's `WebFrameMain.origin` gives it. */
export const originOf = (address: string): string => /^(?:app|https?):\/\/[^/]+/.exec(toApp(address))?.[0] ?? 'null'
