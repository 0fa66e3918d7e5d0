import Commands

await Galley.main()
