/** Who came: ticked at the door, by unit, walk-ins, or from a list. */
import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../app/text.ts'
import { EmptyState, Panel, Segmented } from '../../../parts/index.ts'
import css from './attendance.module.css'
import { AttendanceExport } from './attendance-export.tsx'
import { AttendanceImport } from './attendance-import.tsx'
import { PeopleList } from './attendance-list.tsx'
import { DoorSearch } from './door-search.tsx'
import type { RecordProps } from './panel-props.ts'
import { UnitCounts } from './unit-counts.tsx'
import { type AttendanceDesk, useAttendance } from './use-attendance.ts'
import { WalkIn } from './walk-in.tsx'

export function AttendancePanel({ session, compact = false }: RecordProps) {
  const t = useText()
  const desk = useAttendance(session)
  const [importing, setImporting] = useState(false)
  const [view, setView] = useState<'people' | 'units'>('people')
  const segments = [
    { value: 'people', label: t('record.people') },
    { value: 'units', label: t('record.byUnit') },
  ] as const
  const importButton = desk.readOnly ? null : (
    <Button
      variant={compact ? 'subtle' : 'default'}
      size="xs"
      aria-expanded={importing}
      leftSection={<IconListCheck size={16} stroke={1.75} aria-hidden />}
      onClick={() => setImporting((on) => !on)}
    >
      {t('record.import')}
    </Button>
  )
  if (compact)
    return (
      <div className={css.compact}>
        <Counts desk={desk} />
        {!desk.readOnly && <DoorSearch session={session} desk={desk} />}
        {!desk.readOnly && <WalkIn desk={desk} />}
        {importButton}
        {importing && <AttendanceImport desk={desk} onClose={() => setImporting(false)} />}
        <UnitCounts desk={desk} />
      </div>
    )
  return (
    <div className={css.wide}>
      <Panel title={t('record.attendance')} side={<AttendanceExport session={session} desk={desk} />}>
        <Counts desk={desk} />
        {!desk.readOnly && (
          <div className={css.door}>
            <DoorSearch session={session} desk={desk} />
            <WalkIn desk={desk} />
          </div>
        )}
        <div className={css.tools}>
          <Segmented label={t('record.show')} value={view} segments={segments} onChange={setView} />
          {importButton}
        </div>
        {importing && <AttendanceImport desk={desk} onClose={() => setImporting(false)} />}
        {desk.people.length === 0 ? (
          <EmptyState inside text={t('record.noPeople')} />
        ) : view === 'people' ? (
          <PeopleList session={session} desk={desk} />
        ) : (
          <UnitCounts desk={desk} />
        )}
      </Panel>
    </div>
  )
}

/** `62 dari 86 hadir`, and the rest in smaller type. */
function Counts({ desk: { counts } }: { readonly desk: AttendanceDesk }) {
  const t = useText()
  const more = [
    [counts.izin, t('record.excusedCount', { n: counts.izin })],
    [counts.tidak, t('record.absentCount', { n: counts.tidak })],
    [counts.unasked, t('record.unaskedCount', { n: counts.unasked })],
    [counts.walkIns, t('record.walkInCount', { n: counts.walkIns })],
  ] as const
  return (
    <p className={css.counts} aria-live="polite">
      <strong>{t('record.present', { n: counts.hadir, all: counts.total })}</strong>
      <span>
        {more
          .filter(([n]) => n > 0)
          .map(([, words]) => words)
          .join(' · ')}
      </span>
    </p>
  )
}
