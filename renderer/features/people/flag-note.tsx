/** Where one transfer would end the work, said once above the lists, with the innovations behind the number. */
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { noPeople, peopleByUnit, thinTeams, unitFlag } from '#shared/rules/people-flags.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { showBehind } from '../../state/behind.ts'
import css from './people.module.css'

/** @param onShow shows only what needs more people in the list below */
export function FlagNote({ onShow }: { readonly onShow: () => void }) {
  const t = useText()
  const { id, lab } = useOpenLab()
  const overview = useOverview(id)
  const counts = useMemo(() => peopleByUnit(lab.people), [lab.people])
  const single = lab.units.filter((unit) => unitFlag(counts.get(unit.id) ?? noPeople) === 'one').length
  const thin = overview.state === 'ready' ? thinTeams(overview.value.innovations) : []
  if (single === 0 && thin.length === 0) return null
  const unitNames = new Map<string | null, string>(lab.units.map((unit) => [unit.id, unit.short || unit.name]))
  const showTeams = () =>
    showBehind({
      title: t('people.flagTeams', { n: thin.length }),
      lines: thin.map(({ id: innovation, name, unit, members }) => ({
        id: innovation,
        text: name,
        more: [unitNames.get(unit) ?? t('people.noUnit'), t('people.teamMembers', { n: members })].join(' · '),
        href: places.innovation(id, innovation),
      })),
    })
  return (
    <p className={css.flagNote}>
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <span>
        {single > 0 && (
          <button type="button" onClick={onShow}>
            {t('people.flagUnits', { n: single })}
          </button>
        )}
        {thin.length > 0 && (
          <button type="button" onClick={showTeams}>
            {t('people.flagTeams', { n: thin.length })}
          </button>
        )}
        {t('people.flagWhy')}
      </span>
    </p>
  )
}
