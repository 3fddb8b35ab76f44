from styrk.config.cli import main

if __name__ == "__main__":
    main()
