/** What a stage is for, its canvases with how far they are, and what it should bring forth. */
import {
  IconCircleCheck,
  IconCircleDashed,
  IconForms,
  IconHierarchy2,
  IconLayoutBoard,
  IconLayoutGrid,
  IconProgress,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Canvas, CanvasState, Innovation } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip, type Tone } from '../../parts/index.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

const icons: Readonly<Record<CanvasDef['kind'], TablerIcon>> = {
  board: IconLayoutBoard,
  tree: IconHierarchy2,
  grid: IconTable,
  matrix: IconLayoutGrid,
  form: IconForms,
}
const looks: Readonly<Record<CanvasState, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  belum: { tone: 'plain', icon: IconCircleDashed },
  berjalan: { tone: 'act', icon: IconProgress },
  selesai: { tone: 'ok', icon: IconCircleCheck },
}

export function StageWork({ stage }: { readonly stage: LabStage }) {
  const { value, write, readOnly } = useInnovation()
  const { id } = useOpenLab()
  const packs = usePacks()
  const t = useText()
  const both = useBoth()
  return (
    <Panel title={t('innovation.workOf', { stage: stage.label })}>
      <p className={style.purpose}>{both(stage.def.purpose)}</p>
      {stage.def.canvases.length === 0 ? <p className={style.quiet}>{t('innovation.noCanvases')}</p> : null}
      <ul className={style.canvases}>
        {stage.def.canvases.map((key) => {
          const def = canvasOf(packs, key)
          if (def === undefined) return null
          const canvas = value.canvases[key]
          const state = canvas?.state ?? 'belum'
          const Icon = icons[def.kind]
          return (
            <li key={key}>
              <a href={places.canvas(id, value.id, key)} className={style.canvas}>
                <Icon size={20} stroke={1.75} aria-hidden />
                <span>
                  <b>{both(def.title)}</b>
                  <small>{contents(def, canvas, value, t)}</small>
                </span>
                <StatusChip tone={looks[state].tone} icon={looks[state].icon}>
                  {t(`innovation.state_${state}`)}
                </StatusChip>
              </a>
            </li>
          )
        })}
      </ul>
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

/** What lies on a canvas, in a few words. */
function contents(def: CanvasDef, canvas: Canvas | undefined, value: Innovation, t: ReturnType<typeof useText>): string {
  if (canvas === undefined) return t('innovation.emptyCanvas')
  if (def.kind === 'form') {
    const filled = def.fields.filter((field) => (canvas.fields[field.key] ?? '') !== '').length
    const mend = def.fields.filter((field) => value.reviews[`${def.id}/${field.key}`]?.state === 'perlu_perbaikan').length
    const parts = [t('innovation.filled', { n: filled, of: def.fields.length })]
    if (mend > 0) parts.push(t('innovation.toMend', { n: mend }))
    if (value.rounds[def.id]?.at(-1)?.kind === 'submitted') parts.push(t('innovation.waiting'))
    return parts.join(' · ')
  }
  const items = canvas.items.filter((item) => item.role !== 'cluster').length
  return items === 0 ? t('innovation.emptyCanvas') : t(`innovation.count_${def.kind}`, { n: items })
}
