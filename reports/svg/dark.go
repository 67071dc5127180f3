package svg

// dark is the style of the picture where the reader prefers dark. Its colours stand for those that the elements carry
// as attributes, which are the ones that programs without styles draw; names begin with "plan-", because a picture may
// stand inside a page that has styles of its own.
const dark = `<style>@media (prefers-color-scheme: dark) {
.plan { fill: #e8edee }
.plan-paper { fill: #10171e }
.plan-faint { fill: #aebac4 }
.plan-line { stroke: #4c5b67 }
.plan-row { stroke: #2c3844 }
.plan-head { fill: #22303d }
.plan-hatch-paper { fill: #18222c }
.plan-hatch { stroke: #8b9aa7 }
.plan-veil { fill: #10171e }
.plan-bar { stroke: #aebac4 }
.plan-mark { stroke: #e8edee; fill: #10171e }
.plan-done { stroke: #e8edee; fill: #e8edee }
.plan-promise { stroke: #ff9b8f; fill: #ff9b8f }
.plan-status { stroke: #ff9b8f }
.plan-when { fill: #ff9b8f }
}</style>`
