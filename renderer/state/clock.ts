/** The present, for what counts down on the screen. */
import { useEffect, useState } from 'react'

/** Milliseconds since 1970, fresh every `every` milliseconds and whenever the page is looked at again. Null holds it still. */
export function useNow(every: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const look = () => setNow(Date.now())
    look()
    if (every === null) return
    // On the beat of the clock, so that two displays change their seconds together.
    let timer = setTimeout(
      function beat() {
        look()
        timer = setTimeout(beat, every - (Date.now() % every))
      },
      every - (Date.now() % every),
    )
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [every])
  return now
}
