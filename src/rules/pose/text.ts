import type { QuantityText } from '../../contract/rule'

type Texts = Readonly<Record<'yaw' | 'pitch' | 'roll', QuantityText>>

export const zhCN: Texts = {
  yaw: {
    title: '左右转头',
    fine: '脸正对镜头。',
    low: {
      finding: '头向自己的右边转了 {amount}。',
      advice: '脸往左转一点，正对镜头。',
      stuck: '让鼻尖正对镜头；请人帮忙看看脸是不是正的。',
    },
    high: {
      finding: '头向自己的左边转了 {amount}。',
      advice: '脸往右转一点，正对镜头。',
      stuck: '让鼻尖正对镜头；请人帮忙看看脸是不是正的。',
    },
  },
  pitch: {
    title: '抬头低头',
    fine: '头不高不低，平视镜头。',
    low: {
      finding: '头有点低（{amount}）。',
      advice: '下巴抬起一点，或把镜头放低到眼睛的高度。',
      live: '下巴抬起一点。',
      stuck: '把镜头放到和眼睛一样高的地方。',
    },
    high: {
      finding: '头抬得偏高（{amount}）。',
      advice: '下巴收一点，或把镜头抬高到眼睛的高度。',
      live: '下巴收一点。',
      stuck: '把镜头放到和眼睛一样高的地方。',
    },
  },
  roll: {
    title: '歪头',
    fine: '头是正的，两眼一样高。',
    low: {
      finding: '头歪向自己的右肩 {amount}。',
      advice: '把头摆正，让两眼一样高。',
      live: '把头摆正，两眼一样高。',
      stuck: '检查手机有没有拿歪；两肩放松，头顶朝上。',
    },
    high: {
      finding: '头歪向自己的左肩 {amount}。',
      advice: '把头摆正，让两眼一样高。',
      live: '把头摆正，两眼一样高。',
      stuck: '检查手机有没有拿歪；两肩放松，头顶朝上。',
    },
  },
}

export const en: Texts = {
  yaw: {
    title: 'Head turned',
    fine: 'You face the camera.',
    low: {
      finding: 'The head is turned to your right by {amount}.',
      advice: 'Turn a little to your left, straight to the camera.',
      live: 'Turn your face a little to your left.',
      stuck: 'Point your nose at the lens; ask someone whether you face it.',
    },
    high: {
      finding: 'The head is turned to your left by {amount}.',
      advice: 'Turn a little to your right, straight to the camera.',
      live: 'Turn your face a little to your right.',
      stuck: 'Point your nose at the lens; ask someone whether you face it.',
    },
  },
  pitch: {
    title: 'Chin up or down',
    fine: 'The head is level.',
    low: {
      finding: 'The head is lowered by {amount}.',
      advice: 'Lift the chin a little, or bring the camera down to eye height.',
      live: 'Lift your chin a little.',
      stuck: 'Bring the camera to the height of your eyes.',
    },
    high: {
      finding: 'The head is raised by {amount}.',
      advice: 'Lower the chin a little, or bring the camera up to eye height.',
      live: 'Lower your chin a little.',
      stuck: 'Bring the camera to the height of your eyes.',
    },
  },
  roll: {
    title: 'Head tilted',
    fine: 'The eyes are level.',
    low: {
      finding: 'The head is tilted to your right shoulder by {amount}.',
      advice: 'Hold the head straight so that both eyes are at one height.',
      live: 'Hold your head straight, eyes level.',
      stuck: 'Is the phone tilted? Relax your shoulders, top of the head up.',
    },
    high: {
      finding: 'The head is tilted to your left shoulder by {amount}.',
      advice: 'Hold the head straight so that both eyes are at one height.',
      live: 'Hold your head straight, eyes level.',
      stuck: 'Is the phone tilted? Relax your shoulders, top of the head up.',
    },
  },
}
