/** All innovations of all labs, and those of other places that were taken in: the list, or one entry of it. */
import { CompareDialog } from './compare.tsx'
import { EntryPage } from './entry-page.tsx'
import { SearchPage } from './search-page.tsx'

/** @param entry the id of an entry as it stands in the address; null for the list */
export function CataloguePage({ entry }: { readonly entry: string | null }) {
  const id = entry === null ? null : decoded(entry)
  return (
    <>
      {id === null ? <SearchPage address={window.location.hash} /> : <EntryPage key={id} id={id} />}
      <CompareDialog />
    </>
  )
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
