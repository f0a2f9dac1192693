/** What the innovations of a lab cover and what nobody has touched yet. */
import { useMemo } from 'react'
import type { InnovationSummary } from '#shared/model/summary.ts'
import type { InnovationFigures } from '#shared/rules/figures.ts'
import {
  type Covered,
  coverDigital,
  coverForms,
  coverKinds,
  coverUnitKinds,
  coverUrusan,
  type UrusanCount,
  urusanOf,
} from '#shared/rules/monitoring.ts'
import { useBoth, useText } from '../../app/text.ts'
import { innovationLines } from '../../lab/behind-lines.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, Panel } from '../../parts/index.ts'
import { type Bar, Bars } from './bars.tsx'
import css from './monitor.module.css'

type Props = { readonly innovations: readonly InnovationSummary[]; readonly figures: readonly InnovationFigures[] }

export function Coverage({ innovations, figures }: Props) {
  const t = useText()
  const { lab } = useOpenLab()
  const live = useMemo(() => innovations.filter((one) => !one.archived), [innovations])
  const digital = useMemo(() => new Map(figures.map((one) => [one.id, one.digital])), [figures])
  if (live.length === 0) return <EmptyState inside text={t('monitor.coverEmpty')} />
  return (
    <div className={css.grid}>
      <Cover
        className={css.tall}
        title={t('monitor.kinds')}
        parts={coverKinds(live)}
        name={(key) => t(`innovation.kind_${key}`)}
        missing="monitor.kindsMissing"
        note={t('innovation.ours')}
      />
      <Cover
        title={t('monitor.forms')}
        parts={coverForms(live)}
        name={(key) => t(`innovation.form_${key}`)}
        missing="monitor.formsMissing"
      />
      <Cover
        title={t('monitor.digital')}
        parts={coverDigital(live, digital)}
        name={(key) => t(key === 'digital' ? 'innovation.digitalYes' : 'innovation.digitalNo')}
      />
      <Cover
        title={t('monitor.unitKinds')}
        parts={coverUnitKinds(live, lab.units).filter(
          ({ key, innovations: those }) => those.length > 0 || lab.units.some(({ kind }) => kind === key),
        )}
        name={(key) => t(`people.unit_${key}`)}
        missing="monitor.unitKindsMissing"
      />
      <UrusanCover innovations={live} figures={figures} />
    </div>
  )
}

type Missing = 'monitor.kindsMissing' | 'monitor.formsMissing' | 'monitor.unitKindsMissing'

function Cover<Key extends string>({
  title,
  parts,
  name,
  missing,
  note,
  className,
}: {
  readonly className?: string | undefined
  readonly title: string
  readonly parts: readonly Covered<Key | ''>[]
  readonly name: (key: Key) => string
  /** Names those without an innovation in a sentence. */
  readonly missing?: Missing
  readonly note?: string
}) {
  const t = useText()
  const { lab } = useOpenLab()
  // An empty key stands for innovations that do not say.
  const labelOf = (key: Key | '') => (key === '' ? t('monitor.unsaid') : name(key))
  const bars = parts.map(
    ({ key, innovations }): Bar => ({ key, label: labelOf(key), n: innovations.length, lines: () => innovationLines(lab, innovations) }),
  )
  const empty = bars.filter(({ n, key }) => n === 0 && key !== '').map(({ label }) => label)
  return (
    <Panel title={title} className={className}>
      <Bars bars={bars} />
      {missing !== undefined && empty.length > 0 && <p className={css.quiet}>{t(missing, { names: empty.join(', ') })}</p>}
      {note !== undefined && <p className={css.quiet}>{note}</p>}
    </Panel>
  )
}

function UrusanCover({ innovations, figures }: Props) {
  const t = useText()
  const both = useBoth()
  const packs = usePacks()
  const { lab } = useOpenLab()
  const known = useMemo(() => urusanOf(packs), [packs])
  const counts = useMemo(
    () => coverUrusan(innovations, new Map(figures.map((one) => [one.id, one.urusan])), known),
    [innovations, figures, known],
  )
  const bar = ({ name, group, innovations: those }: UrusanCount): Bar => ({
    key: name.id,
    label: name.id === '' ? t('monitor.unsaid') : both(name),
    note: both(group),
    n: those.length,
    lines: () => innovationLines(lab, those),
  })
  const groups = [...new Map(known.map(({ group }) => [group.id, group])).values()]
  return (
    <Panel title={t('monitor.urusan')} className={css.wide}>
      <Bars bars={counts.filter((one) => one.innovations.length > 0).map(bar)} />
      {groups.map((group) => {
        const empty = counts.filter((one) => one.group.id === group.id && one.innovations.length === 0 && one.name.id !== '')
        return (
          empty.length > 0 && (
            <details key={group.id} className={css.missing}>
              <summary>{t('monitor.urusanMissing', { n: empty.length, group: both(group) || t('monitor.urusan') })}</summary>
              <p>{empty.map(({ name }) => both(name)).join(', ')}</p>
            </details>
          )
        )
      })}
      <p className={css.quiet}>{t('monitor.urusanRule')}</p>
    </Panel>
  )
}
