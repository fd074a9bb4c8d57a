// Plain words beside the things they explain.
export const help = {
  target:
    'What the network is shown. It is scaled to about 16,000 pixels, and 15 in 100 of them are hidden from it.',
  goal: 'Copy a picture: given a place, say its colour. Tell apart: given a place, say which class it belongs to.',
  network:
    'Each column is a layer of neurons. A neuron adds up what the column before it says, each with a weight of its own, and bends the sum by its activation. Press a column to change it.',
  optimizer:
    'How the weights move. SGD steps straight down the slope. Momentum keeps rolling. Adam gives every weight a step of its own length.',
  lossOfPicture:
    'How wrongness is counted. Squared error: the difference of each colour, times itself. Cross-entropy punishes being sure and wrong.',
  lossOfPoints:
    'How wrongness is counted. Cross-entropy asks how surprised the network was by the right class. Squared error only how far off it was.',
  learningRate:
    'How far the weights move each time. Too small, and nothing happens for long. Too large, and it jumps over what it looks for, or runs away. A copy makes it smaller towards the end, so that it settles.',
  batchSize:
    'How many it looks at before it moves the weights once. Small batches move often and unsteadily, large ones seldom and surely.',
  epochs: 'One epoch is once through everything it is shown.',
} as const;

export const brain = {
  sentences: [
    'Like a brain: many simple units add up what reaches them over links, and what is learned is how strong each link is.',
    'Unlike a brain: nobody has seen neurons send exact blame backwards over the same links, as step 3 does, and a brain learns from a few looks, not from a hundred rounds.',
  ],
  source:
    'Lillicrap and others, “Backpropagation and the brain”, Nature Reviews Neuroscience 21 (2020), 335–346.',
} as const;
