/** A trial run of the region's index: as it stands, and as it would stand. */
import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { IndicatorSet, RegionIndex } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { mostPoints } from '#shared/rules/maturity.ts'
import { type BasicService, basicServices, countIndex, type IndexAsk, type IndexCount, sayLack } from '#shared/rules/maturity-index.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { maturityWords } from '#shared/text/maturity-words.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import css from './index.module.css'

type Wish = {
  readonly count: number
  readonly points: number
  readonly covered: readonly BasicService[]
  readonly indicator: string
  readonly level: number
}
const noWish: Wish = { count: 0, points: 0, covered: [], indicator: '', level: 3 }
const isNothing = (wish: Wish): boolean => wish.count === 0 && wish.covered.length === 0 && wish.indicator === ''

type Props = { readonly set: IndicatorSet; readonly innovations: readonly InnovationSummary[] }

export function Trial({ set, innovations }: Props) {
  const t = useText()
  return (
    <Panel title={t('index.trial')} note={t('index.trialNote')}>
      {set.index === undefined ? (
        <p className={css.quiet}>{t('index.noIndex')}</p>
      ) : (
        <Run key={set.id} set={set} index={set.index} innovations={innovations} />
      )}
    </Panel>
  )
}

function Run({ set, index, innovations }: Props & { readonly index: RegionIndex }) {
  const t = useText()
  const language = useLanguage()
  const { lab, doc, readOnly } = useOpenLab()
  const { region } = lab.indexTrial
  const [wish, setWish] = useState(noWish)
  const now = useMemo(() => countIndex(set, innovations, { region }), [set, innovations, region])
  const then = useMemo(
    () => (isNothing(wish) ? null : countIndex(set, innovations, asked(wish, region, innovations))),
    [set, innovations, region, wish],
  )
  if (now === null) return null
  return (
    <div className={css.trial}>
      <div className={css.asks}>
        <NumberInput
          label={t('index.region')}
          description={t('index.regionHint', { most: formatNumber(index.regionMost, language) })}
          min={0}
          max={index.regionMost}
          decimalScale={2}
          decimalSeparator={language === 'id' ? ',' : '.'}
          clampBehavior="strict"
          hideControls
          readOnly={readOnly}
          value={region ?? ''}
          onChange={(value) =>
            writeLabFacts(doc, { indexTrial: { set: set.id, region: typeof value === 'number' ? value : null } }, byPerson)
          }
        />
        <WhatIf set={set} now={now} wish={wish} setWish={setWish} />
      </div>
      <div>
        <Numbers now={now} then={then} divisor={index.divisor} />
        <Lacks count={then ?? now} />
      </div>
      <p className={css.source}>{t('index.source', { source: index.source })}</p>
    </div>
  )
}

function asked(wish: Wish, region: number | null, innovations: readonly InnovationSummary[]): IndexAsk {
  const raised = wish.indicator === '' ? {} : Object.fromEntries(innovations.map(({ id }) => [id, { [wish.indicator]: wish.level }]))
  return { region, added: { count: wish.count, points: wish.points }, covered: wish.covered, raised }
}

function WhatIf(props: {
  readonly set: IndicatorSet
  readonly now: IndexCount
  readonly wish: Wish
  readonly setWish: (wish: Wish) => void
}) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { set, now, wish, setWish } = props
  const most = mostPoints(set)
  const change = (patch: Partial<Wish>) => setWish({ ...wish, ...patch })
  return (
    <fieldset className={css.whatIf}>
      <legend>{t('index.whatIf')}</legend>
      <p className={css.quiet}>{t('index.whatIfHint')}</p>
      <div className={css.pair}>
        <Slide label={t('index.addCount')} most={200} value={wish.count} onChange={(count) => change({ count })} />
        <Slide label={t('index.addPoints')} most={most} value={wish.points} onChange={(points) => change({ points })} />
      </div>
      <div className={css.pair}>
        <NativeSelect
          size="xs"
          label={t('index.raise')}
          data={[
            { value: '', label: t('index.raiseNone') },
            ...set.indicators.map(({ key, no, title }) => ({ value: key, label: `${no} ${both(title)}` })),
          ]}
          value={wish.indicator}
          onChange={(event) => change({ indicator: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('index.raiseTo')}
          data={[1, 2, 3].map((n) => ({ value: String(n), label: t('maturity.level', { n }) }))}
          value={String(wish.level)}
          disabled={wish.indicator === ''}
          onChange={(event) => change({ level: Number(event.currentTarget.value) })}
        />
      </div>
      {now.basicServicesMet !== null && (
        <fieldset className={css.services}>
          <legend>{t('index.covered')}</legend>
          {basicServices.map((service) => {
            const own = now.covered.includes(service)
            return (
              <Checkbox
                key={service}
                size="xs"
                label={maturityWords[service][language]}
                checked={own || wish.covered.includes(service)}
                disabled={own}
                onChange={(event) =>
                  change({
                    covered: event.currentTarget.checked ? [...wish.covered, service] : wish.covered.filter((one) => one !== service),
                  })
                }
              />
            )
          })}
        </fieldset>
      )}
      {!isNothing(wish) && (
        <Button
          variant="default"
          size="xs"
          onClick={() => setWish(noWish)}
          leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
        >
          {t('index.reset')}
        </Button>
      )}
    </fieldset>
  )
}

/** A slider with its number beside it, which can be typed as well. */
function Slide(props: {
  readonly label: string
  readonly most: number
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  const { label, most, value, onChange } = props
  const put = (text: string) => onChange(Math.min(most, Math.max(0, Math.trunc(Number(text) || 0))))
  return (
    <div className={css.slide}>
      <span>{label}</span>
      <input type="range" min={0} max={most} value={value} aria-label={label} onChange={(event) => put(event.currentTarget.value)} />
      <input type="number" min={0} max={most} value={value} aria-label={label} onChange={(event) => put(event.currentTarget.value)} />
    </div>
  )
}

function Numbers({ now, then, divisor }: { readonly now: IndexCount; readonly then: IndexCount | null; readonly divisor: number }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const number = (value: number): string => formatNumber(value, language, { decimals: 2 })
  const rows: readonly (readonly [label: string, of: (count: IndexCount) => ReactNode, strong?: boolean])[] = [
    [t('index.rowInnovations'), (count) => number(count.innovations)],
    [t('index.rowSum'), (count) => number(count.sum)],
    [t('index.rowDivisor', { d: divisor }), (count) => number(count.divisor)],
    [t('index.rowMean'), (count) => number(count.mean)],
    [
      now.count < now.countPossible ? t('index.rowCountHeld', { n: number(now.countPossible) }) : t('index.rowCount'),
      (count) => number(count.count),
    ],
    [t('index.rowRegion'), (count) => number(count.region)],
    [t('index.rowTotal', { most: number(now.most) }), (count) => number(count.total)],
    [t('index.rowPercent'), (count) => formatPercent(count.percent, language, 2), true],
    [t('index.rowBand'), (count) => (count.band === null ? t('index.noBand') : both(count.band.label)), true],
  ]
  return (
    <table className={css.numbers} aria-live="polite">
      {then !== null && (
        <thead>
          <tr>
            <td />
            <th scope="col">{t('index.now')}</th>
            <th scope="col">{t('index.ifSo')}</th>
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(([label, of, strong]) => (
          <tr key={label} data-strong={strong}>
            <th scope="row">{label}</th>
            <td>{of(now)}</td>
            {then !== null && <td data-then>{of(then)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Lacks({ count }: { readonly count: IndexCount }) {
  const t = useText()
  const language = useLanguage()
  if (count.lacks.length === 0) return null
  return (
    <div className={css.lacks}>
      <h3>{t('index.lacks')}</h3>
      <ul>
        {count.lacks.map((lack) => (
          <li key={lack.message}>{sayLack(lack, language)}</li>
        ))}
      </ul>
    </div>
  )
}
