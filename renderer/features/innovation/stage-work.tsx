/** What a stage is for, its canvases with how far they are, and what it should bring forth. */
import { TextInput } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconProgress, IconSearch, type TablerIcon } from '@tabler/icons-react'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { reviewKey, wholeCanvas } from '#shared/doc/reviews.ts'
import type { Canvas, CanvasState, Innovation } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { emptyCanvas } from '#shared/rules/blank.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { allCanvases, canvasOf, type Packs } from '#shared/rules/packs.ts'
import { takable } from '#shared/rules/taking.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip, type Tone } from '../../parts/index.ts'
import { kindIcons } from '../../trail/end-words.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'
import work from './stage-work.module.css'

const looks: Readonly<Record<CanvasState, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  belum: { tone: 'plain', icon: IconCircleDashed },
  berjalan: { tone: 'act', icon: IconProgress },
  selesai: { tone: 'ok', icon: IconCircleCheck },
}

/** Up to this many canvases need no groups. */
const few = 6

export function StageWork({ stage }: { readonly stage: LabStage }) {
  const { value, write, readOnly } = useInnovation()
  const t = useText()
  const both = useBoth()
  return (
    <Panel title={t('innovation.workOf', { stage: stage.label })}>
      <p className={style.purpose}>{both(stage.def.purpose)}</p>
      <Canvases key={stage.key} stage={stage} />
      {stage.key === 'deliver' ? (
        <div className={style.ticks}>
          {(['launched', 'monitored'] as const).map((key) => (
            <label key={key} className={style.tick}>
              <input
                type="checkbox"
                checked={value[key]}
                disabled={readOnly}
                onChange={(event) => write({ [key]: event.currentTarget.checked })}
              />
              {t(`innovation.${key}`)}
            </label>
          ))}
        </div>
      ) : null}
      <h3 className={style.small}>{t('innovation.expected')}</h3>
      <ul className={style.bullets}>
        {stage.def.expected.map((one) => (
          <li key={one.key}>{both(one.label)}</li>
        ))}
      </ul>
    </Panel>
  )
}

/** Those the agenda opens first, in its order; what was begun beside it stands with them. */
function Canvases({ stage }: { readonly stage: LabStage }) {
  const { value } = useInnovation()
  const packs = usePacks()
  const t = useText()
  const both = useBoth()
  const id = useId()
  const [words, setWords] = useState('')
  const defs = useMemo(() => stage.def.canvases.flatMap((key) => canvasOf(packs, key) ?? []), [stage, packs])
  const planned = useMemo(() => stage.def.agenda.flatMap(({ canvas }) => canvas ?? []), [stage])
  if (defs.length === 0) return <p className={style.quiet}>{t('innovation.noCanvases')}</p>
  if (defs.length <= few) return <Cards defs={defs} packs={packs} />
  const first = defs.filter(({ id: key }) => planned.includes(key)).sort((a, b) => planned.indexOf(a.id) - planned.indexOf(b.id))
  const rest = defs.filter(({ id: key }) => !planned.includes(key))
  const wanted = words.trim().toLocaleLowerCase('id')
  const found = rest.filter((def) => `${both(def.title)} ${both(def.help)}`.toLocaleLowerCase('id').includes(wanted))
  const begun = rest.filter(({ id: key }) => (value.canvases[key]?.state ?? 'belum') !== 'belum').length
  return (
    <>
      {first.length === 0 ? null : (
        <section aria-labelledby={`${id}-first`}>
          <h3 id={`${id}-first`} className={work.group}>
            {t('trail.mainCanvases')} <small>{first.length}</small>
          </h3>
          <Cards defs={first} packs={packs} />
        </section>
      )}
      {rest.length === 0 ? null : (
        <section aria-labelledby={`${id}-rest`}>
          <div className={work.restHead}>
            <h3 id={`${id}-rest`} className={work.group}>
              {t('trail.otherCanvases')} <small>{begun === 0 ? rest.length : `${begun}/${rest.length}`}</small>
            </h3>
            {rest.length <= few ? null : (
              <TextInput
                size="xs"
                className={work.find ?? ''}
                aria-label={t('trail.findIn')}
                placeholder={t('trail.findIn')}
                leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
            )}
          </div>
          {found.length === 0 ? <p className={style.quiet}>{t('trail.noCanvasFound')}</p> : <Cards defs={found} packs={packs} />}
        </section>
      )}
    </>
  )
}

function Cards({ defs, packs }: { readonly defs: readonly CanvasDef[]; readonly packs: Packs }) {
  const { value } = useInnovation()
  const language = useLanguage()
  const later = useDeferredValue(value)
  const fresh = useMemo(() => {
    const all = allCanvases(packs)
    return new Map(
      defs.map((def) => [def.id, takable(def, all, later, language).reduce((sum, { things }) => sum + things.length, 0)] as const),
    )
  }, [defs, packs, later, language])
  return (
    <ul className={work.cards}>
      {defs.map((def) => (
        <Card key={def.id} def={def} packs={packs} fresh={fresh.get(def.id) ?? 0} />
      ))}
    </ul>
  )
}

function Card({ def, packs, fresh }: { readonly def: CanvasDef; readonly packs: Packs; readonly fresh: number }) {
  const { value } = useInnovation()
  const { id } = useOpenLab()
  const t = useText()
  const both = useBoth()
  const canvas = value.canvases[def.id]
  const state = canvas?.state ?? 'belum'
  const Icon = kindIcons[def.kind]
  const sources = [...new Set(def.takes.map(({ pick }) => pick.canvas))].flatMap((key) => canvasOf(packs, key) ?? [])
  return (
    <li>
      <a href={places.canvas(id, value.id, def.id)} className={work.card} data-state={state}>
        <Icon size={20} stroke={1.75} aria-hidden />
        <span className={work.words}>
          <b>{both(def.title)}</b>
          <small>{contents(def, canvas, value, t)}</small>
          {fresh > 0 && state !== 'selesai' ? (
            <small className={work.fresh}>{t('trail.newToTake', { n: fresh })}</small>
          ) : sources.length > 0 && state === 'belum' ? (
            <small>{t('trail.takesFrom', { places: sources.map((source) => both(source.title)).join(', ') })}</small>
          ) : null}
        </span>
        <StatusChip tone={looks[state].tone} icon={looks[state].icon}>
          {t(`innovation.state_${state}`)}
        </StatusChip>
      </a>
    </li>
  )
}

/** What lies on a canvas, in a few words. */
function contents(def: CanvasDef, canvas: Canvas | undefined, value: Innovation, t: ReturnType<typeof useText>): string {
  const items = (canvas?.items ?? []).filter((item) => item.role !== 'cluster').length
  if (def.kind === 'form' && def.survey === undefined) {
    const { fields } = withFacts(def, canvas ?? emptyCanvas(def.id), value)
    const filled = def.fields.filter((field) => (fields[field.key] ?? '') !== '').length
    if (filled === 0) return t('innovation.emptyCanvas')
    const mend = def.fields.filter((field) => value.reviews[`${def.id}/${field.key}`]?.state === 'perlu_perbaikan').length
    const parts = [t('innovation.filled', { n: filled, of: def.fields.length })]
    if (mend > 0) parts.push(t('innovation.toMend', { n: mend }))
    if (value.rounds[def.id]?.at(-1)?.kind === 'submitted') parts.push(t('innovation.waiting'))
    return parts.join(' · ')
  }
  if (items === 0) return t('innovation.emptyCanvas')
  const parts = [t(`trail.count_${def.kind === 'form' ? 'survey' : def.kind}`, { n: items })]
  if (value.reviews[reviewKey(def.id, wholeCanvas)]?.state === 'perlu_perbaikan') parts.push(t('innovation.toMend', { n: 1 }))
  if (value.rounds[def.id]?.at(-1)?.kind === 'submitted') parts.push(t('innovation.waiting'))
  return parts.join(' · ')
}
