/** The judges, each with the unit that recuses, how much there is to judge, and who signs first. */
import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { Judge } from '#shared/model/jury.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { StatusChip } from '../../../parts/index.ts'
import { TextField } from '../fields.tsx'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { withJudge, withoutJudge } from './edits.ts'

type Props = { readonly open: OpenedConvention; readonly work: ReadonlyMap<string, number> }

export function JudgeList({ open, work }: Props) {
  const t = useText()
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t('jurors.name')}</th>
            <th>{t('jurors.position')}</th>
            <th>{t('jurors.institution')}</th>
            <th>{t('jurors.unit')}</th>
            <th className={css.number}>{t('jurors.entries')}</th>
            <th aria-label={t('jury.acts')} />
          </tr>
        </thead>
        <tbody>
          {open.convention.judges.map((judge) => (
            <Row key={judge.id} open={open} judge={judge} entries={work.get(judge.id) ?? 0} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ open, judge, entries }: { readonly open: OpenedConvention; readonly judge: Judge; readonly entries: number }) {
  const t = useText()
  const { lab } = useOpenLab()
  const { convention, readOnly, change } = open
  const chair = convention.chair === judge.id
  // A recusal that was set aside stays on record, and with it the judge.
  const lifted = convention.lifts.some((lift) => lift.judge === judge.id)
  const hasSheet = lifted || open.sheets.some((sheet) => sheet.judge === judge.id && sheet.marks.length > 0)
  const put = (patch: Partial<Omit<Judge, 'id'>>) => void change(null, withJudge(judge.id, patch))
  return (
    <tr>
      <td style={{ width: '30%', minWidth: 180 }}>
        <TextField bare label={t('jurors.name')} value={judge.name} disabled={readOnly} write={(name) => name !== '' && put({ name })} />
        {chair && <StatusChip tone="act">{t('jurors.chair')}</StatusChip>}
      </td>
      <td style={{ minWidth: 130 }}>
        <TextField bare label={t('jurors.position')} value={judge.position} disabled={readOnly} write={(position) => put({ position })} />
      </td>
      <td style={{ minWidth: 130 }}>
        <TextField
          bare
          label={t('jurors.institutionOf', { name: judge.name })}
          value={judge.institution}
          disabled={readOnly}
          write={(institution) => put({ institution })}
        />
      </td>
      <td style={{ width: 150 }}>
        <select
          className={css.select}
          style={{ width: 150 }}
          aria-label={t('jurors.unitOf', { name: judge.name })}
          value={judge.unit ?? ''}
          disabled={readOnly}
          onChange={(event) => {
            const unit = lab.units.find(({ id }) => id === event.currentTarget.value)
            put({ unit: unit?.id ?? null, institution: unit?.name ?? judge.institution })
          }}
        >
          <option value="">{t('jurors.noUnit')}</option>
          {lab.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td className={css.number}>{entries}</td>
      <td className={css.number}>
        {!readOnly && (
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className={css.cross} aria-label={t('jury.more', { name: judge.name })}>
                <IconDots size={16} stroke={1.75} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                onClick={() =>
                  void change(t('jurors.chairSet', { name: judge.name }), (now) => ({ ...now, chair: chair ? null : judge.id }))
                }
              >
                {t(chair ? 'jurors.notChair' : 'jurors.makeChair')}
              </Menu.Item>
              <Menu.Item
                disabled={hasSheet}
                onClick={() => void change(t('jurors.judgeRemoved', { name: judge.name }), withoutJudge(judge.id))}
              >
                {t(hasSheet ? 'jurors.hasMarks' : 'jurors.removeJudge')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  )
}
