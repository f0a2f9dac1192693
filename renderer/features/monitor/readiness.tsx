/** Readiness to innovate before and after: means over all respondents of the first and the last survey. */
import { useMemo } from 'react'
import { meanWords } from '#shared/figure/radar.ts'
import type { FormDef } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { type InnovationFigures, type ReadinessSurvey, readinessOf, surveyDefs } from '#shared/rules/figures.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { innovationLines } from '../../lab/behind-lines.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, Panel } from '../../parts/index.ts'
import { Count } from './bars.tsx'
import css from './monitor.module.css'
import { RadarPair } from './radar-pair.tsx'
import { useFigures } from './use-figures.ts'

type Props = { readonly innovations: readonly InnovationSummary[]; readonly figures: readonly InnovationFigures[] }
type Compared = { readonly before: ReadinessSurvey | null; readonly after: ReadinessSurvey | null; readonly earlier: boolean }

const none: readonly InnovationSummary[] = []

/** With one survey only, the last one of the lab before this one stands beside it. */
function useCompared(figures: readonly InnovationFigures[]): Compared {
  const packs = usePacks()
  const { lab } = useOpenLab()
  const here = useMemo(() => readinessOf(figures, packs), [figures, packs])
  const alone = here.before !== null && here.after === null
  const asked = useFigures(alone ? lab.continues : null, none)
  return useMemo(() => {
    const there = alone && asked.state === 'ready' ? readinessOf(asked.figures.innovations, packs) : null
    const earlier = there?.after ?? there?.before ?? null
    return earlier === null ? { ...here, earlier: false } : { before: earlier, after: here.before, earlier: true }
  }, [alone, asked, here, packs])
}

export function Readiness({ innovations, figures }: Props) {
  const t = useText()
  const packs = usePacks()
  const { before, after, earlier } = useCompared(figures)
  const def = surveyDefs(packs).find(({ id }) => id === (after ?? before)?.canvas)
  if (before === null || def === undefined) return <EmptyState inside text={t('monitor.readyEmpty')} />
  const names = { before: t(earlier ? 'monitor.earlierLab' : 'monitor.before'), after: t(earlier ? 'monitor.thisLab' : 'monitor.after') }
  return (
    <Panel title={t('monitor.readyTitle')}>
      <div className={css.ready}>
        <RadarPair def={def} before={before} after={after} names={names} />
        <div>
          <Table def={def} before={before} after={after} names={names} innovations={innovations} earlier={earlier} />
          <p className={css.quiet}>{t('monitor.readyRule')}</p>
          {after === null && <p className={css.quiet}>{t('monitor.readyOne')}</p>}
        </div>
      </div>
    </Panel>
  )
}

function Table({
  def,
  before,
  after,
  names,
  innovations,
  earlier,
}: {
  readonly def: FormDef
  readonly before: ReadinessSurvey
  readonly after: ReadinessSurvey | null
  readonly names: { readonly before: string; readonly after: string }
  readonly innovations: readonly InnovationSummary[]
  readonly earlier: boolean
}) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const meanIn = (survey: ReadinessSurvey | null, key: string) => survey?.components.find((one) => one.key === key)?.mean ?? null
  const words = (mean: number | null) => (mean === null ? '–' : meanWords(mean, language))
  const gain = (from: number | null, to: number | null) => {
    if (from === null || to === null) return '–'
    const by = Math.round((to - from) * 100) / 100
    return `${by > 0 ? '+' : ''}${formatNumber(by, language)}`
  }
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('monitor.component')}</th>
          <th scope="col" className={css.num}>
            {names.before}
          </th>
          {after !== null && (
            <>
              <th scope="col" className={css.num}>
                {names.after}
              </th>
              <th scope="col" className={css.num}>
                {t('monitor.difference')}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {(def.survey?.components ?? []).map(({ key, label }) => (
          <tr key={key}>
            <th scope="row">{both(label)}</th>
            <td className={css.num}>{words(meanIn(before, key))}</td>
            {after !== null && (
              <>
                <td className={css.num}>{words(meanIn(after, key))}</td>
                <td className={css.num}>{gain(meanIn(before, key), meanIn(after, key))}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('monitor.respondents')}</th>
          <td className={css.num}>
            {earlier ? before.respondents : <Respondents survey={before} innovations={innovations} title={names.before} />}
          </td>
          {after !== null && (
            <>
              <td className={css.num}>
                <Respondents survey={after} innovations={innovations} title={names.after} />
              </td>
              <td />
            </>
          )}
        </tr>
      </tfoot>
    </table>
  )
}

function Respondents({
  survey,
  innovations,
  title,
}: {
  readonly survey: ReadinessSurvey
  readonly innovations: readonly InnovationSummary[]
  readonly title: string
}) {
  const t = useText()
  const { lab } = useOpenLab()
  const from = new Map(survey.from.map(({ id, respondents }) => [id, respondents]))
  return (
    <Count
      n={survey.respondents}
      title={`${t('monitor.respondents')}: ${title}`}
      lines={() =>
        innovationLines(
          lab,
          innovations.filter(({ id }) => from.has(id)),
          ({ id }) => t('monitor.respondentCount', { n: from.get(id) ?? 0 }),
        ).map((line) => ({ ...line, href: places.canvas(lab.id, line.id, survey.canvas) }))
      }
    />
  )
}
