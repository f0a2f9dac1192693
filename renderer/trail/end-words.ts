/** How an end of the trail is called on every page: canvas or proposal, the place there, its stage and its drawing. */
import {
  IconForms,
  IconHierarchy2,
  IconLayoutBoard,
  IconLayoutGrid,
  IconPackageOff,
  IconTable,
  IconWritingSign,
  type TablerIcon,
} from '@tabler/icons-react'
import { useCallback } from 'react'
import type { Innovation, TrailEnd } from '#shared/model/lab.ts'
import type { CanvasDef, StageKey } from '#shared/model/pack.ts'
import { canvasOf, formOf } from '#shared/rules/packs.ts'
import { wordsAt } from '#shared/rules/trail.ts'
import { placeDetail } from '#shared/rules/trail-place.ts'
import { useLanguage } from '../app/text.ts'
import { usePacks } from '../lab/lab-context.tsx'

export const kindIcons: Readonly<Record<CanvasDef['kind'], TablerIcon>> = {
  board: IconLayoutBoard,
  tree: IconHierarchy2,
  grid: IconTable,
  matrix: IconLayoutGrid,
  form: IconForms,
}

export type EndWords = {
  readonly title: string
  /** Zone, level, rank, quadrant, field or section; may be empty. */
  readonly detail: string
  /** `USG, peringkat 1` */
  readonly where: string
  readonly stage: StageKey | null
  readonly icon: TablerIcon
  /** What stands there today; null when it is gone. */
  readonly now: string | null
  /** The definition is installed, so that one can go there. */
  readonly known: boolean
}

export function useEndWords(value: Innovation): (end: TrailEnd) => EndWords {
  const packs = usePacks()
  const language = useLanguage()
  return useCallback(
    (end) => {
      const canvas = end.place === 'section' ? undefined : canvasOf(packs, end.of)
      const form = end.place === 'section' ? formOf(packs, end.of) : undefined
      const title = (canvas?.title ?? form?.short)?.[language] ?? end.of
      const section = form?.sections.find(({ key }) => key === end.key)?.title[language] ?? ''
      const detail = canvas === undefined ? section : placeDetail(canvas, end, value, language)
      return {
        title,
        detail,
        where: detail === '' ? title : `${title}, ${detail}`,
        stage: canvas?.stage ?? null,
        icon: canvas === undefined ? (form === undefined ? IconPackageOff : IconWritingSign) : kindIcons[canvas.kind],
        now: wordsAt(value, end, canvas, language),
        known: canvas !== undefined || form !== undefined,
      }
    },
    [packs, language, value],
  )
}
