import Commands

await Galley.start()
