/** Makes everything fit: the page as a whole into the window, and a long text into its place. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

export const hallWidth = 1920
export const hallHeight = 1080

const scaleNow = (): number => Math.min(window.innerWidth / hallWidth, window.innerHeight / hallHeight)

/** How much larger or smaller the page of 1920 × 1080 is drawn. */
export function useHallScale(): number {
  const [scale, setScale] = useState(scaleNow)
  useEffect(() => {
    const measure = () => setScale(scaleNow())
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return scale
}

/** Sizes of a question, largest first (design.md 3). Those below 28 px are for texts that else would be cut. */
const sizes = [92, 84, 76, 68, 60, 54, 48, 42, 38, 34, 30, 28, 24, 20, 17] as const

/** Takes the largest size at which the whole content fits, and sets it as `--size`. @param content what decides, besides the fonts */
export function useFitting(box: RefObject<HTMLElement | null>, content: string): void {
  const [fonts, setFonts] = useState(0)
  useEffect(() => {
    let here = true
    void document.fonts.ready.then(() => here && setFonts((n) => n + 1))
    return () => {
      here = false
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured changes with the words and the fonts
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    for (const size of sizes) {
      element.style.setProperty('--size', `${size}px`)
      if (element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1) return
    }
  }, [box, content, fonts])
}
