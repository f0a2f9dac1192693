/** Points into the units of WordprocessingML. */

export const twips = (points: number): number => Math.round(points * 20)
/** Type size in half points. */
export const halfPoints = (points: number): number => Math.round(points * 2)
/** The library measures pictures in pixels at 96 to the inch. */
export const pixels = (points: number): number => Math.max(1, Math.round((points * 96) / 72))
/** Line spacing as a multiple of the face's own line. */
export const lines = (multiple: number): number => Math.round(multiple * 240)
/** `#RRGGBB` without the hash; anything else is left out by the caller. */
export const hex = (color: string): string => color.replace('#', '').toUpperCase()
