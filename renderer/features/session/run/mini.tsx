/** A team's canvas, small and live. Its document is held only while the tile is on the screen. */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { canvasFigures } from '#shared/figure/figures.ts'
import { figureToSvg } from '#shared/figure/svg.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Canvas, Innovation } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useInnovationDoc } from '../../../collab/use-doc.tsx'
import { useInnovation } from '../../../collab/use-innovation.ts'

/** So many documents are open for tiles at once. */
const most = 30
/** A tile that is scrolled past opens nothing. */
const restMs = 250
/** A canvas on which people type is drawn anew at most this often. */
const drawMs = 900

let held = 0
const waiting = new Set<() => void>()

/** True while the element is on the screen and one of the places is free. */
export function usePlace(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  const [placed, setPlaced] = useState(false)
  useEffect(() => {
    const box = element.current
    if (box === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(timer)
        const now = entries.at(-1)?.isIntersecting === true
        if (now) timer = setTimeout(() => setSeen(true), restMs)
        else setSeen(false)
      },
      { rootMargin: '80px' },
    )
    observer.observe(box)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [element])
  useEffect(() => {
    if (!seen) return
    let mine = false
    const take = () => {
      if (mine || held >= most) return
      mine = true
      held += 1
      waiting.delete(take)
      setPlaced(true)
    }
    waiting.add(take)
    take()
    return () => {
      waiting.delete(take)
      setPlaced(false)
      if (!mine) return
      held -= 1
      const [next] = waiting
      next?.()
    }
  }, [seen])
  return placed
}

type Props = {
  readonly lab: LabId
  readonly innovation: InnovationId
  readonly def: CanvasDef
  /** Told how much is on the canvas. */
  readonly onCount: (items: number) => void
}

export function Mini({ lab, innovation, def, onCount }: Props) {
  const t = useText()
  const held = useInnovationDoc(lab, innovation)
  if (held.state === 'refused') return <em>{t('run.canvasRefused')}</em>
  if (held.state === 'loading') return null
  return <Drawn doc={held.doc} lab={lab} innovation={innovation} def={def} onCount={onCount} />
}

function Drawn({ doc, lab, innovation, def, onCount }: Props & { readonly doc: Y.Doc }) {
  const t = useText()
  const language = useLanguage()
  const whole = useInnovation(doc, innovation, lab)
  const canvas = useSlowly(whole.canvases[def.id])
  const count = countOf(def, canvas)
  useEffect(() => onCount(count), [onCount, count])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the facts among the answers change seldom, and come with the canvas
  const picture = useMemo(() => (canvas === undefined ? null : pictureOf(def, whole, canvas, language)), [def, canvas, language])
  if (count === 0 || picture === null) return <em>{t('run.emptyCanvas')}</em>
  return <img src={picture} alt="" data-fit={def.kind === 'tree' || def.kind === 'matrix' ? 'whole' : 'top'} draggable={false} />
}

/** What is on a canvas: its items, or the fields of a form that are filled in. */
export function countOf(def: CanvasDef, canvas: Canvas | undefined): number {
  if (canvas === undefined) return 0
  if (def.kind !== 'form') return canvas.items.length
  return Object.values(canvas.fields).filter(
    (value) => value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  ).length
}

/** Follows a value at most once in a while, the first time at once. */
function useSlowly<T>(value: T): T {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  latest.current = value
  useEffect(() => {
    // A wait that has begun is not begun anew, else somebody who types without a pause would never be seen.
    if (Object.is(shown, value) || timer.current !== undefined) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      setShown(latest.current)
    }, drawMs)
  }, [shown, value])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return shown
}

const sizes = { board: 820, tree: 1400, matrix: 900, grid: 1100, form: 820 } as const satisfies Record<CanvasDef['kind'], number>

function pictureOf(def: CanvasDef, innovation: Innovation, canvas: Canvas, language: Language): string | null {
  const size = { width: sizes[def.kind], height: 12_000 }
  const [figure] = canvasFigures(def, withFacts(def, canvas, innovation), { size, language }).figures
  if (figure === undefined) return null
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(figureToSvg(figure, 'Arimo, Arial, Helvetica, sans-serif', () => null, 8))}`
}
