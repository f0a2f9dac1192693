/** Figures over all rows: what they came to, in which band, and whether that is what it should be. */
import type { GridFigure } from '#shared/rules/grid.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import style from './side.module.css'
import { ToneChip } from './tones.tsx'
import { figureText } from './values.ts'
import { useShowsFigures } from './view.ts'

/** In the panel beside the table, which need not show them a second time then. */
export function SideFigures({ figures }: { readonly figures: readonly GridFigure[] }) {
  useShowsFigures()
  return <Figures figures={figures} />
}

export function Figures({ figures, compact = false }: { readonly figures: readonly GridFigure[]; readonly compact?: boolean }) {
  const t = useText()
  if (figures.length === 0) return null
  return (
    <div className={style.figures} data-compact={compact || undefined}>
      <h2 className={compact ? style.hidden : undefined}>{t('grid.results')}</h2>
      <dl>
        {figures.map((figure) => (
          <Figure key={figure.def.key} figure={figure} />
        ))}
      </dl>
    </div>
  )
}

function Figure({ figure }: { readonly figure: GridFigure }) {
  const { def, value, words, band, asExpected } = figure
  const t = useText()
  const both = useBoth()
  const shown = useFigureText(figure)
  const wanted = useExpected(figure)
  const missing = value === null && words === null
  return (
    <div data-wrong={!asExpected || undefined}>
      <dt>{both(def.label)}</dt>
      <dd>
        {missing ? <span className={style.quiet}>{t('grid.notYet')}</span> : <b>{shown}</b>}
        {band === null ? null : <ToneChip tone={band.tone}>{both(band.label)}</ToneChip>}
        {asExpected || wanted === '' ? null : (
          <ToneChip tone="perhatian">{t('grid.shouldBe', { wanted, now: missing ? '–' : shown })}</ToneChip>
        )}
      </dd>
    </div>
  )
}

/** The figure as it is read: a number, the name of a quadrant, or the combined words. */
export function useFigureText({ def, value, words }: GridFigure): string {
  const both = useBoth()
  const language = useLanguage()
  if (def.op === 'quadrant') {
    const name = Object.entries(def.names).find(([key]) => key === words)?.[1]
    return name === undefined ? '' : both(name)
  }
  return def.op === 'combine' ? (words ?? '') : figureText(def, value, language)
}

function useExpected({ def }: GridFigure): string {
  const t = useText()
  const language = useLanguage()
  if (!('expect' in def) || def.expect === undefined) return ''
  const { equals, atLeast, atMost } = def.expect
  const say = (value: number): string => figureText(def, value, language)
  return [
    equals === undefined ? '' : say(equals),
    atLeast === undefined ? '' : t('grid.atLeast', { value: say(atLeast) }),
    atMost === undefined ? '' : t('grid.atMost', { value: say(atMost) }),
  ]
    .filter((part) => part !== '')
    .join(', ')
}
