/** How documents are printed during this visit: paper, language, date, form, letterhead, who signs. */
import { useMemo, useState } from 'react'
import type { DocumentPrint } from '#shared/api/documents.ts'
import type { Paper } from '#shared/model/lab.ts'
import type { DocumentDef, KopKind } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'

export type Print = {
  readonly paper: Paper
  readonly language: Language
  /** ISO day, or empty for a date written by hand. */
  readonly date: string
  /** Key of a variant of the document, or empty for its usual one. */
  readonly variant: string
  /** Empty: the one of the document. */
  readonly kop: KopKind | ''
  /** Ids of officials in the order of the blanks; empty for one that is left blank. */
  readonly officials: readonly string[]
  readonly change: (patch: Partial<Choices>) => void
  /** What is asked for, without anything that the document does not know. */
  readonly wanted: (def: DocumentDef | undefined) => DocumentPrint
}
type Choices = Pick<Print, 'paper' | 'language' | 'date' | 'kop' | 'officials'> & { readonly variants: Readonly<Record<string, string>> }

/** How many officials are chosen when this document is printed. */
export const officialBlanks = (def: DocumentDef | undefined): number => def?.signature.filter(({ who }) => who === 'pejabat').length ?? 0

/** The lab's own paper until somebody chooses another for this visit; a form belongs to its kind of document. */
export function usePrint(def: DocumentDef | undefined): Print & { readonly chooseVariant: (key: string) => void } {
  const { paper: own, officials: known } = useOpenLab().lab
  const [chosen, setChosen] = useState<Partial<Choices>>({})
  return useMemo(() => {
    // Documents are Indonesian unless asked for otherwise, whatever the language of the screen.
    const { paper = own, language = 'id', date = '', kop = '', variants = {}, officials = [] } = chosen
    const there = officials.map((id) => (known.some((one) => one.id === id) ? id : ''))
    const variantOf = (of: DocumentDef | undefined): string => (of === undefined ? '' : (variants[of.id] ?? ''))
    return {
      paper,
      language,
      date,
      kop,
      officials: there,
      variant: variantOf(def),
      change: (patch) => setChosen((now) => ({ ...now, ...patch })),
      chooseVariant: (key) => def !== undefined && setChosen((now) => ({ ...now, variants: { ...now.variants, [def.id]: key } })),
      wanted: (of) => {
        const variant = variantOf(of)
        const signing = there.slice(0, officialBlanks(of))
        return {
          paper,
          language,
          ...(date === '' ? {} : { date }),
          ...(kop === '' ? {} : { kop }),
          ...(variant === '' ? {} : { variant }),
          // One that is left blank keeps its place: the lab knows no official of that name.
          ...(signing.some((id) => id !== '') ? { officials: signing.map((id) => (id === '' ? blankOfficial : id)) } : {}),
        }
      },
    }
  }, [own, known, chosen, def])
}

const blankOfficial = 'kosong'
