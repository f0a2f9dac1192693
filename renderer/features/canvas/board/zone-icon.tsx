/** The icons a pack may name for a zone. An unknown name gets the icon of a board. */
import {
  IconAlertTriangle,
  IconBulb,
  IconCopy,
  IconFlag,
  IconHeart,
  IconHelpCircle,
  IconLayoutBoard,
  IconMessage,
  IconSparkles,
  IconStar,
  IconTarget,
  IconTool,
  IconTrendingUp,
  IconUsers,
} from '@tabler/icons-react'

const icons: Readonly<Record<string, typeof IconBulb>> = {
  bulb: IconBulb,
  copy: IconCopy,
  'trending-up': IconTrendingUp,
  sparkles: IconSparkles,
  users: IconUsers,
  target: IconTarget,
  flag: IconFlag,
  heart: IconHeart,
  star: IconStar,
  message: IconMessage,
  tool: IconTool,
  'alert-triangle': IconAlertTriangle,
  'help-circle': IconHelpCircle,
}

export function ZoneIcon({ name }: { readonly name: string | undefined }) {
  const Icon = name !== undefined && Object.hasOwn(icons, name) ? (icons[name] ?? IconLayoutBoard) : IconLayoutBoard
  return <Icon size={16} stroke={1.75} aria-hidden />
}
