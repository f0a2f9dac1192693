/** A radar of means: one spoke for each component, and the same numbers in words below it (domain.md 1.2). */
import type { Figure, Shape } from '../model/figure.ts'
import type { Item } from '../model/lab.ts'
import type { FormDef } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { formatNumber } from '../rules/numbers.ts'
import { surveyOf } from '../rules/survey.ts'
import { formText } from '../text/form.ts'
import { say } from '../text/messages.ts'
import { smallest, textAt } from './draw.ts'
import { wrap } from './metrics.ts'
import { palette } from './palette.ts'
import type { FigureSize } from './sizes.ts'

/** `value` is null while nobody answered; that spoke has no point, which is not the same as the lowest score. */
export type RadarSpoke = { readonly key: string; readonly label: string; readonly value: number | null; readonly n: number }
export type Radar = {
  readonly title: string
  readonly min: number
  readonly max: number
  readonly spokes: readonly RadarSpoke[]
  readonly respondents: number
  readonly overall: number | null
}

/** The components of a survey as spokes; null for a form that is none. */
export function radarOf(def: FormDef, items: readonly Item[], language: Language): Radar | null {
  const result = surveyOf(def, items)
  if (result === null || def.survey === undefined) return null
  const { min, max, components } = def.survey
  return {
    title: def.title[language],
    min,
    max,
    spokes: components.map(({ key, label }, at) => ({
      key,
      label: label[language],
      value: result.components[at]?.mean ?? null,
      n: result.components[at]?.n ?? 0,
    })),
    respondents: result.respondents,
    overall: result.overall.mean,
  }
}

type XY = readonly [number, number]

/** Where a value lies: the first spoke points up, the others follow clockwise. */
export function radarPoint(at: number, of: number, share: number, radius: number, centre: XY): XY {
  const angle = (2 * Math.PI * at) / of - Math.PI / 2
  return [centre[0] + Math.cos(angle) * radius * share, centre[1] + Math.sin(angle) * radius * share]
}

export const radarShare = ({ min, max }: Pick<Radar, 'min' | 'max'>, value: number): number =>
  max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0

/** Whole steps of the scale; every one is a ring. */
export const radarRings = ({ min, max }: Pick<Radar, 'min' | 'max'>): readonly number[] =>
  Array.from({ length: Math.max(0, Math.min(10, Math.floor(max - min))) }, (_, at) => min + at + 1)

/** Stretches of neighbouring spokes with values, as closed or open lines; a spoke without a value parts them. */
export function radarLines(radar: Radar, radius: number, centre: XY): readonly (readonly XY[])[] {
  const { spokes } = radar
  const of = spokes.length
  const points = spokes.map((spoke, at) =>
    spoke.value === null ? null : radarPoint(at, of, radarShare(radar, spoke.value), radius, centre),
  )
  const [first] = points
  if (points.every((point) => point !== null) && first !== undefined && first !== null) return [[...points, first]]
  const gap = points.indexOf(null)
  const lines: XY[][] = [[]]
  for (let at = 1; at <= of; at += 1) {
    const point = points[(gap + at) % of] ?? null
    if (point === null) lines.push([])
    else lines.at(-1)?.push(point)
  }
  return lines.filter((line) => line.length > 1)
}

const lead = 15

/** Means stand below one another, so all have their one decimal. */
export const meanWords = (mean: number, language: Language): string => formatNumber(mean, language, { decimals: 1, fixed: true })

export const radarAlt = (radar: Radar, language: Language): string =>
  say(formText.radarAlt, language, {
    title: radar.title,
    n: radar.respondents,
    values: radar.spokes
      .map((spoke) => `${spoke.label} ${spoke.value === null ? say(formText.noAnswer, language) : meanWords(spoke.value, language)}`)
      .join('; '),
  })

/** The radar with the values at its spokes, and a table of the same below. */
export function radarFigure(radar: Radar, size: FigureSize, language: Language): Figure {
  const width = Math.min(size.width, 720)
  const margin = { x: 150, y: 46 }
  const radius = Math.max(70, Math.min((width - 2 * margin.x) / 2, 170, (size.height - 2 * margin.y - tableHeight(radar)) / 2))
  const centre: XY = [width / 2, margin.y + radius]
  const shapes = [
    ...areaShapes(radar, radius, centre),
    ...netShapes(radar, radius, centre, language),
    ...valueShapes(radar, radius, centre),
    ...labelShapes(radar, radius, centre, language),
  ]
  const below = centre[1] + radius + margin.y
  return {
    width,
    height: below + tableHeight(radar),
    shapes: [...shapes, ...tableShapes(radar, width, below, language)],
    alt: radarAlt(radar, language),
  }
}

/** Under the net, so that its lines can still be read; only where every spoke has a value, since a gap encloses nothing. */
function areaShapes(radar: Radar, radius: number, centre: XY): readonly Shape[] {
  if (radar.spokes.some((spoke) => spoke.value === null)) return []
  return radarLines(radar, radius, centre).map(
    (points): Shape => ({
      t: 'line',
      points,
      stroke: palette.actionSoft,
      width: 1,
      fill: palette.actionSoft,
    }),
  )
}

function netShapes(radar: Radar, radius: number, centre: XY, language: Language): readonly Shape[] {
  const of = radar.spokes.length
  const rings = radarRings(radar).flatMap((step): readonly Shape[] => {
    const share = radarShare(radar, step)
    const points = Array.from({ length: of + 1 }, (_, at) => radarPoint(at, of, share, radius, centre))
    return [{ t: 'line', points, stroke: palette.line, width: 1 }]
  })
  const spokes = radar.spokes.map(
    (_, at): Shape => ({ t: 'line', points: [centre, radarPoint(at, of, 1, radius, centre)], stroke: palette.line, width: 1 }),
  )
  const numbers = [radar.min, ...radarRings(radar)].map((step) => {
    const [x, y] = radarPoint(0, of, radarShare(radar, step), radius, centre)
    return textAt(x + 8, y - 6, [formatNumber(step, language)], { fill: palette.ink3 })
  })
  return [...rings, ...spokes, ...numbers]
}

function valueShapes(radar: Radar, radius: number, centre: XY): readonly Shape[] {
  const lines = radarLines(radar, radius, centre).map((points): Shape => ({ t: 'line', points, stroke: palette.action, width: 2.5 }))
  const dots = radar.spokes.flatMap((spoke, at): readonly Shape[] => {
    if (spoke.value === null) return []
    const [x, y] = radarPoint(at, radar.spokes.length, radarShare(radar, spoke.value), radius, centre)
    return [{ t: 'circle', x, y, r: 4.5, fill: palette.action, stroke: palette.white, width: 1.5 }]
  })
  return [...lines, ...dots]
}

function labelShapes(radar: Radar, radius: number, centre: XY, language: Language): readonly Shape[] {
  return radar.spokes.flatMap((spoke, at): readonly Shape[] => {
    const [x, y] = radarPoint(at, radar.spokes.length, 1, radius + 14, centre)
    const side = Math.abs(x - centre[0]) < 8 ? 'center' : x > centre[0] ? 'left' : 'right'
    const lines = wrap(spoke.label, 128, smallest, true, 3)
    const value = spoke.value === null ? say(formText.noAnswer, language) : meanWords(spoke.value, language)
    const height = (lines.length + 1) * lead
    const from = y < centre[1] - radius * 0.9 ? y - height : y > centre[1] + radius * 0.9 ? y : y - height / 2
    return [
      textAt(x, from, lines, { lead, bold: true, fill: palette.ink, align: side }),
      textAt(x, from + lines.length * lead, [value], { fill: palette.action, bold: true, align: side }),
    ]
  })
}

const tableHeight = (radar: Radar): number => (radar.spokes.length + 1) * 20 + 6

function tableShapes(radar: Radar, width: number, from: number, language: Language): readonly Shape[] {
  const [mean, count] = [width - 130, width - 8]
  const bold = { bold: true, fill: palette.ink2 } as const
  const head: readonly Shape[] = [
    textAt(8, from, [say(formText.component, language)], bold),
    textAt(mean, from, [say(formText.mean, language)], { ...bold, align: 'right' }),
    textAt(count, from, [say(formText.answersOf, language)], { ...bold, align: 'right' }),
    {
      t: 'line',
      points: [
        [0, from + 18],
        [width, from + 18],
      ],
      stroke: palette.lineStrong,
      width: 1,
    },
  ]
  const rows = radar.spokes.flatMap((spoke, at): readonly Shape[] => {
    const y = from + 24 + at * 20
    return [
      textAt(8, y, wrap(spoke.label, mean - 80, smallest, false, 1)),
      textAt(mean, y, [spoke.value === null ? '–' : meanWords(spoke.value, language)], { bold: true, align: 'right' }),
      textAt(count, y, [`${spoke.n} / ${radar.respondents}`], { align: 'right' }),
    ]
  })
  return [...head, ...rows]
}
