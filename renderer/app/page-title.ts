import { useEffect } from 'react'

/** What the window and the screen reader call this page: the parts, innermost first. */
export function usePageTitle(...parts: readonly string[]): void {
  const title = [...parts.filter((part) => part !== ''), 'Labinov'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
