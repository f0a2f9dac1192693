/** The documents of the lab by what they are about. Of sessions, stages, conventions and rewards one is shown at a time. */
import { Button, NativeSelect } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { localDay } from '#shared/rules/dates.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { useConventionCards } from '../../lab/use-convention-cards.ts'
import { useRewards, useSessionHeads } from '../../lab/use-sessions.ts'
import { nowIso } from '../../state/fresh.ts'
import { EntryLine } from './entry-line.tsx'
import { type Line, useLines } from './lines.ts'
import css from './list.module.css'
import type { Chosen } from './selection.ts'

type Props = {
  readonly entries: readonly Line[]
  /** Kinds of documents of innovations, counted. */
  readonly many: readonly Line[]
  readonly chosen: Chosen | null
  readonly choose: (chosen: Chosen) => void
  readonly isCurrent: (line: Line) => boolean
  /** Null where nobody may save many. */
  readonly saveAll: ((lines: readonly Line[]) => void) | null
}

export function LabGroups({ entries, many, chosen, choose, isCurrent, saveAll }: Props) {
  const t = useText()
  const stages = useOpenLab().stages.map(({ key, label }) => ({ value: key, label }))
  const { lab } = useOpenLab()
  const sessions = useSessionChoice()
  const rewards = useRewards().map(({ id, title }) => ({ value: id, label: title }))
  const conventions = useConventionCards().map(({ id, name }) => ({ value: id, label: name }))
  const draw = (lines: readonly Line[]) =>
    lines.map((line) => <EntryLine key={line.key} line={line} current={isCurrent(line)} choose={() => choose(line.chosen)} />)
  const scoped = (scope: string): readonly Line[] => entries.filter(({ def }) => def?.scope === scope)
  return (
    <>
      <OneOf
        title={t('documents.groupSession')}
        label={t('documents.whichSession')}
        options={sessions.options}
        begin={sessions.nearest}
        chosen={chosen?.session}
        lines={scoped('session')}
        of={({ session }) => session}
        draw={draw}
        empty={t('documents.noSessions')}
        saveAll={saveAll}
      />
      <OneOf
        title={t('documents.groupStage')}
        label={t('documents.whichStage')}
        options={stages}
        begin={lab.stage}
        chosen={chosen?.stage}
        lines={scoped('stage')}
        of={({ stage }) => stage}
        draw={draw}
      />
      <Group title={t('documents.groupLab')}>{draw(scoped('lab'))}</Group>
      {many.length > 0 && <Group title={t('documents.groupInnovation')}>{draw(many)}</Group>}
      <OneOf
        title={t('documents.groupConvention')}
        label={t('documents.whichConvention')}
        options={conventions}
        begin={conventions[0]?.value ?? ''}
        chosen={chosen?.convention}
        lines={scoped('convention')}
        of={({ convention }) => convention}
        draw={draw}
        saveAll={saveAll}
        saveWord="documents.saveAllOfConvention"
      />
      <OneOf
        title={t('documents.groupReward')}
        label={t('documents.whichReward')}
        options={rewards}
        begin={rewards[0]?.value ?? ''}
        chosen={chosen?.reward}
        lines={scoped('reward')}
        of={({ reward }) => reward}
        draw={draw}
      />
    </>
  )
}

/** Sessions by date; the one that was last, or comes first, is what somebody most likely wants papers of. */
function useSessionChoice() {
  const { timeZone } = useOpenLab().lab
  const { sessionName } = useLines()
  const heads = useSessionHeads().filter(({ template }) => !template)
  const today = localDay(nowIso(), timeZone)
  const past = heads.filter(({ date }) => date !== '' && date <= today)
  return {
    options: heads.map(({ id }) => ({ value: id, label: sessionName(id) })),
    nearest: (past.at(-1) ?? heads[0])?.id ?? '',
  }
}

type GroupProps = { readonly title: string; readonly choice?: ReactNode; readonly foot?: ReactNode; readonly children: ReactNode }

const Group = ({ title, choice, foot, children }: GroupProps) => (
  <div className={css.group}>
    <div className={css.groupHead}>
      <h2>{title}</h2>
      {choice}
    </div>
    <ul className={css.entries}>{children}</ul>
    {foot}
  </div>
)

type OneOfProps = {
  readonly title: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly begin: string
  /** What the chosen document is about. */
  readonly chosen: string | undefined
  readonly lines: readonly Line[]
  readonly of: (chosen: Chosen) => string | undefined
  readonly draw: (lines: readonly Line[]) => ReactNode
  readonly empty?: string
  readonly saveAll?: ((lines: readonly Line[]) => void) | null
  readonly saveWord?: 'documents.saveAllOfIt' | 'documents.saveAllOfConvention'
}

/** Follows the document that is looked at until somebody turns to another. */
function OneOf({
  title,
  label,
  options,
  begin,
  chosen,
  lines,
  of,
  draw,
  empty,
  saveAll = null,
  saveWord = 'documents.saveAllOfIt',
}: OneOfProps) {
  const t = useText()
  const [turned, setTurned] = useState<{ readonly to: string; readonly from: string | undefined } | null>(null)
  const now = turned !== null && turned.from === chosen ? turned.to : (chosen ?? begin)
  const shown = lines.filter((line) => of(line.chosen) === now)
  if (lines.length === 0 && (options.length > 0 || empty === undefined)) return null
  return (
    <Group
      title={title}
      choice={
        options.length > 0 && (
          <NativeSelect
            size="xs"
            className={css.which ?? ''}
            aria-label={label}
            value={now}
            onChange={({ currentTarget }) => setTurned({ to: currentTarget.value, from: chosen })}
            data={[...options]}
          />
        )
      }
      foot={
        saveAll !== null &&
        shown.length > 1 && (
          <Button
            className={css.saveAll ?? ''}
            variant="default"
            size="xs"
            leftSection={<IconFileTypePdf size={16} stroke={1.75} aria-hidden />}
            onClick={() => saveAll(shown)}
          >
            {t(saveWord, { n: shown.length })}
          </Button>
        )
      }
    >
      {options.length === 0 ? <li className={css.lead}>{empty}</li> : draw(shown)}
    </Group>
  )
}
