/** What unfolds below a block: its kind, its desks, and the texts for facilitator and hall. */
import { NativeSelect } from '@mantine/core'
import { type BlockKind, blockKinds, type Session, type SessionBlock } from '#shared/model/session.ts'
import { desksFor } from '#shared/rules/session-plan.ts'
import type { BlockTime, TurnCounts } from '#shared/rules/session-time.ts'
import { useText } from '../../../app/text.ts'
import { Desks } from './desks.tsx'
import { LongText } from './fields.tsx'
import css from './plan.module.css'

type Props = {
  readonly session: Session
  readonly time: BlockTime
  readonly counts: TurnCounts
  readonly readOnly: boolean
  readonly write: (patch: Partial<Omit<SessionBlock, 'id'>>) => void
}

/** Minutes of a turn at a desk when nobody has said. */
export const usualTurn = 20

export function BlockDetails({ session, time, counts, readOnly, write }: Props) {
  const t = useText()
  const { block } = time
  const setKind = (kind: BlockKind) => {
    const fresh = kind === 'desks' && block.each === 0
    write({ kind, ...(fresh ? { each: usualTurn, desks: desksFor(usualTurn, counts[block.per]) } : {}) })
  }
  return (
    <>
      <NativeSelect
        className={css.kind}
        label={t('plan.kind')}
        value={block.kind}
        disabled={readOnly}
        data={blockKinds.map((kind) => ({ value: kind, label: t(`plan.kind_${kind}`) }))}
        onChange={(event) => setKind(event.currentTarget.value as BlockKind /* one of the options */)}
      />
      {block.kind === 'desks' && <Desks session={session} time={time} counts={counts} readOnly={readOnly} write={write} />}
      <div className={css.texts}>
        <LongText
          label={t('plan.script')}
          hint={t('plan.scriptHint')}
          rows={4}
          value={block.script}
          disabled={readOnly}
          write={(script) => write({ script })}
        />
        <LongText
          label={t('plan.instruction')}
          hint={t('plan.instructionHint')}
          rows={4}
          value={block.instruction}
          disabled={readOnly}
          write={(instruction) => write({ instruction })}
        />
        <LongText
          label={t('plan.steps')}
          hint={t('plan.stepsHint')}
          rows={3}
          value={block.steps}
          disabled={readOnly}
          write={(steps) => write({ steps })}
        />
        <LongText
          label={t('plan.materials')}
          hint={t('plan.materialsHint')}
          rows={3}
          value={block.materials}
          disabled={readOnly}
          write={(materials) => write({ materials })}
        />
      </div>
    </>
  )
}
