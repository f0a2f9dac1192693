/** Begins a reward with the winners of a convention on its list. */
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconTrophy } from '@tabler/icons-react'
import type { ConventionCard } from '#shared/api/jury.ts'
import type { Reward } from '#shared/model/session.ts'
import { useText } from '../../app/text.ts'
import { useConventionCards } from '../../lab/use-convention-cards.ts'

type Made = Omit<Reward, 'id' | 'order'>

/** Winners from outside the lab have no innovation here and cannot be put on a list. */
const innovationsOf = ({ winners }: ConventionCard): readonly string[] => winners.flatMap(({ innovation }) => innovation ?? [])

/** Nothing while no convention of the lab is over. */
export function FromWinners({ onMake }: { readonly onMake: (reward: Made) => void }) {
  const t = useText()
  const over = useConventionCards().filter((card) => card.state === 'selesai' && innovationsOf(card).length > 0)
  const make = (card: ConventionCard) =>
    onMake({
      kind: 'piagam',
      title: t('rewards.winnersTitle', { name: card.name }),
      to: 'innovation',
      amount: null,
      criteria: [],
      most: null,
      added: innovationsOf(card),
      left: [],
      note: '',
    })
  const [only] = over
  if (only === undefined) return null
  const icon = <IconTrophy size={16} stroke={1.75} aria-hidden />
  if (over.length === 1)
    return (
      <Button variant="default" leftSection={icon} onClick={() => make(only)}>
        {t('rewards.fromWinners')}
      </Button>
    )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={icon} rightSection={<IconChevronDown size={16} stroke={1.75} aria-hidden />}>
          {t('rewards.fromWinners')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {over.map((card) => (
          <Menu.Item key={card.id} onClick={() => make(card)}>
            {card.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
